import { writeOperationTable } from './operation-table.mjs'

const KEPT = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'enum']
const FORMATS = ['email', 'new-password']

/**
 * Makes `<folder>/limits/<api>.ts`: what the fields of each request body may hold, for the forms of the console.
 *
 * @param {string} folder
 * @param {string} api
 */
export function writeLimits(folder, api) {
  writeOperationTable('limits', folder, api, ({ requestBody = {} }, contract) => {
    const [content] = Object.values(resolved(requestBody, contract).content ?? {})
    return content && fieldsOf(content.schema, contract)
  })
}

/** @param {any} schema @param {any} contract */
function fieldsOf(schema, contract) {
  const { properties = {}, required = [] } = flat(schema, contract)
  const fields = Object.entries(properties).map(([name, property]) => {
    const whole = flat(property, contract)
    const kept = Object.fromEntries(KEPT.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]))
    const format = FORMATS.includes(whole.format) ? { format: whole.format } : {}
    return [name, { ...(required.includes(name) && { required: true }), type: whole.type, ...kept, ...format }]
  })
  return Object.fromEntries(fields)
}

/** A schema with what it refers to and all parts of its `allOf` in one. @param {any} schema @param {any} contract */
function flat(schema, contract) {
  const { allOf = [], ...own } = resolved(schema, contract)
  return Object.assign({}, ...allOf.map((/** @type {any} */ part) => flat(part, contract)), own)
}

/** @param {any} node @param {any} contract @returns {any} */
function resolved(node, contract) {
  if (node.$ref === undefined) return node
  const keys = node.$ref.slice(2).split('/')
  return resolved(
    keys.reduce((/** @type {any} */ part, /** @type {string} */ key) => part[key], contract),
    contract
  )
}
