import { parse, stringify } from 'yaml'

/** @typedef {{ api: string, method: string, path: string, id: string }} Request */

/** The methods that the client package knows, with how an operationId begins. */
export const VERBS = { GET: 'get', POST: 'create', PUT: 'update', DELETE: 'remove' }

const PATH = /^(\/([A-Za-z0-9._-]+|\{[A-Za-z]\w*\}))+$/

/** `getTaskCount` of `GET /tms/task/count` where `/tms` is the base path. @param {string[]} bases */
export function operationIdOf(method, path, bases) {
  const base = bases.filter((one) => path.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0] ?? ''
  const words = path
    .slice(base.length)
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
  return VERBS[method] + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** Why the contract cannot take the operation; undefined where it can. @param {Request} request */
export function refusalOf(yaml, { api, method, path, id }) {
  const { paths, 'x-base-paths': bases } = parse(yaml)
  if (!(method in VERBS)) return `the method must be one of ${Object.keys(VERBS).join(', ')}, not ${method}`
  if (!PATH.test(path)) return `a path looks like ${bases[0]}/things/{thingId}, not ${path}`
  if (!bases.some((base) => path.startsWith(`${base}/`))) return `the paths of ${api} begin with ${bases.join(' or ')}`
  const same = Object.keys(paths).find((one) => templateOf(one) === templateOf(path))
  if (same !== undefined && same !== path) return `the path is there already as ${same}`
  if (paths[path]?.[method.toLowerCase()] !== undefined) return `${method} ${path} is there already`
  const ids = Object.values(paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId))
  return ids.includes(id) ? `the operationId ${id} is there already: give another one after the path` : undefined
}

/** The contract with a stub of the operation, and a schema of its answer. @param {Request} request */
export function withOperation(yaml, { method, path, id }) {
  const indented = indent(stringify({ [method.toLowerCase()]: stubOf(parse(yaml), method, path, id) }, STYLE), 4)
  const line = `\n  ${path}:\n`
  const withPath = yaml.includes(line)
    ? yaml.replace(line, () => `${line}${indented}\n`)
    : yaml.replace(/\ncomponents:\n/, () => `${line}${indented}\ncomponents:\n`)
  return `${withPath}\n${indent(stringify({ [answerOf(id)]: ANSWER }, STYLE), 4)}`
}

/** The texts of the stub that need Chinese. */
export const textsOf = (id) => [`TODO what ${id} does.`]

const STYLE = { singleQuote: true }
const ANSWER = { type: 'object', description: 'TODO', additionalProperties: false, required: [], properties: {} }

const answerOf = (id) => `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`
const templateOf = (path) => path.replace(/\{\w+\}/g, '{}')
const indent = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by))

/** Security and refusals are those of an operation of the same API that asks for a token. */
function stubOf({ paths, tags }, method, path, id) {
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  const model = operations.find(({ security }) => security?.length > 0)
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'integer', minimum: 1 }, example: 1 }
  })
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${answerOf(id)}` }, example: {} } }
  return {
    operationId: id,
    summary: 'TODO 标题',
    description: textsOf(id)[0],
    tags: [tags.at(-1).name],
    'x-source': 'completion',
    security: model.security,
    ...(parameters.length > 0 && { parameters }),
    ...(['POST', 'PUT'].includes(method) && { requestBody: BODY }),
    responses: { 200: { description: '成功', content }, 401: model.responses[401], default: model.responses.default }
  }
}

const BODY = {
  required: true,
  content: {
    'application/json': { schema: { type: 'object', description: 'TODO', required: [], properties: {} }, example: {} }
  }
}
