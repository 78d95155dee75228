import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'

const HEADER = '/** Made from openapi/ by scripts/limits.mjs. Do not edit. */\n'
const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const KEPT = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'enum']
const FORMATS = ['email', 'new-password']

/**
 * Makes `<folder>/limits/<api>.ts` from the bundled contract `<folder>/<api>.json`: what the fields of each request body
 * may hold, by operationId, for the forms of the console.
 *
 * @param {string} folder
 * @param {string} api
 */
export function writeLimits(folder, api) {
  const contract = JSON.parse(readFileSync(`${folder}/${api}.json`, 'utf8'))
  /** @type {Record<string, object>} */
  const limits = {}
  for (const item of Object.values(contract.paths)) {
    for (const method of METHODS) {
      const operation = item[method]
      const [content] = Object.values(resolved(operation?.requestBody ?? {}, contract).content ?? {})
      if (content !== undefined) limits[operation.operationId] = fieldsOf(content.schema, contract)
    }
  }
  mkdirSync(`${folder}/limits`, { recursive: true })
  const text = JSON.stringify(limits, null, 2)
  writeFileSync(`${folder}/limits/${api}.ts`, `${HEADER}export const limits = ${text} as const\n`)
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
  if (schema.$ref !== undefined) {
    const keys = schema.$ref.slice(2).split('/')
    return flat(
      keys.reduce((/** @type {any} */ node, /** @type {string} */ key) => node[key], contract),
      contract
    )
  }
  const { allOf = [], ...own } = schema
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
