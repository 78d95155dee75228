import { parse, stringify } from 'yaml'

/** @typedef {{ api: string, method: string, path: string, id: string, isPublic: boolean }} Request */

/** The methods that the client package knows, with how an operationId begins. */
export const VERBS = { GET: 'get', POST: 'create', PUT: 'update', DELETE: 'remove' }

const PATH = /^(\/([A-Za-z0-9._-]+|\{[A-Za-z_]\w*\}))+$/

/** `getTaskDeadline` of `GET /tms/task/deadline` where `/tms` is the base path. @param {string[]} bases */
export function operationIdOf(method, path, bases) {
  const base = bases.filter((one) => path.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0] ?? ''
  const words = path
    .slice(base.length)
    .replace(/\{_?(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
  return VERBS[method] + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** Why the contract cannot take the operation; undefined where it can. @param {Request} request */
export function refusalOf(yaml, { api, method, path, id }) {
  const document = parse(yaml)
  const { paths, 'x-base-paths': bases } = document
  if (!(method in VERBS)) return `the method must be one of ${Object.keys(VERBS).join(', ')}, not ${method}`
  if (!PATH.test(path)) return `a path looks like ${bases[0]}/things/{thingId}, not ${path}`
  if (!bases.some((base) => path.startsWith(`${base}/`))) return `the paths of ${api} begin with ${bases.join(' or ')}`
  const same = Object.keys(paths).find((one) => templateOf(one) === templateOf(path))
  if (same !== undefined && same !== path) return `the path is there already as ${same}`
  if (paths[path]?.[method.toLowerCase()] !== undefined) return `${method} ${path} is there already`
  const isTaken = operationsOf(document).some(({ operation }) => operation.operationId === id)
  return isTaken ? `the operationId ${id} is there already: give another one after the path` : undefined
}

/** The contract with a stub of the operation, and a schema of its answer. @param {Request} request */
export function withOperation(yaml, request) {
  const { method, path, id } = request
  const indented = indent(stringify({ [method.toLowerCase()]: stubOf(parse(yaml), request) }, STYLE), 4)
  const line = `\n  ${path}:\n`
  const withPath = yaml.includes(line)
    ? yaml.replace(line, () => `${line}${indented}\n`)
    : yaml.replace(/\ncomponents:\n/, () => `${line}${indented}\ncomponents:\n`)
  return `${withPath}\n${indent(stringify({ [answerOf(id)]: ANSWER }, STYLE), 4)}`
}

/** The statuses that the stub declares. @param {Request} request */
export function statusesOf(yaml, request) {
  return Object.keys(stubOf(parse(yaml), request).responses).filter((status) => status !== 'default')
}

/** The operations that the stub takes security, right and refusals from. @param {Request} request */
export const modelNames = (yaml, request) => {
  const { caller, input } = modelsOf(parse(yaml), request)
  return [...new Set([caller.operationId, input.operationId])].join(' and ')
}

/** Whether a request of this method has a body. */
export const hasBody = (method) => ['POST', 'PUT'].includes(method)

/** The texts of the stub that need Chinese. */
export const textsOf = (id) => [`TODO what ${id} does.`]

const STYLE = { singleQuote: true }
const ANSWER = { type: 'object', description: 'TODO', additionalProperties: false, required: [], properties: {} }
const BODY = {
  required: true,
  content: {
    'application/json': { schema: { type: 'object', description: 'TODO', required: [], properties: {} }, example: {} }
  }
}
const PARAMETER = {
  schema: { type: 'integer', format: 'int64', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  example: 1
}

const answerOf = (id) => `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`
const templateOf = (path) => path.replace(/\{\w+\}/g, '{}')
const indent = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by))

function operationsOf({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([key]) => key.toUpperCase() in VERBS)
      .map(([, operation]) => ({ path, operation }))
  )
}

/** How much the input of an operation differs from that of the new one: whether there is any counts most. */
function unlikeness({ path, operation }, request) {
  const [parameters, body] = [path.includes('{'), operation.requestBody !== undefined]
  const wanted = [request.path.includes('{'), hasBody(request.method)]
  const checksInput = (parameters || body) !== wanted.includes(true)
  return 100 * checksInput + 10 * (parameters !== wanted[0]) + 10 * (body !== wanted[1])
}

/** Of these operations that with the most similar input; of several, that with the fewest responses. */
function mostAlike(operations, request) {
  const rank = (one) => unlikeness(one, request) + Object.keys(one.operation.responses).length / 10
  return [...operations].sort((a, b) => rank(a) - rank(b))[0].operation
}

/** Two operations of the API: who may call is taken from one, how input is refused from the other; most often they are one. */
function modelsOf(document, request) {
  const operations = operationsOf(document)
  const caller = mostAlike(
    operations.filter(({ operation }) => (operation.security.length === 0) === request.isPublic),
    request
  )
  const isExact = operations.some((one) => one.operation === caller && unlikeness(one, request) === 0)
  return { caller, input: isExact ? caller : mostAlike(operations, request) }
}

function refusalsOf({ caller, input }, isPublic) {
  const ofCaller = Object.entries(caller.responses).filter(([status]) => /^40[13]$/.test(status) && !isPublic)
  const ofInput = Object.entries(input.responses).filter(([status, { $ref }]) => {
    return /^4(?!0[13])/.test(status) && $ref !== undefined
  })
  return Object.fromEntries([...ofCaller, ...ofInput])
}

function stubOf(document, request) {
  const { method, id, isPublic } = request
  const models = modelsOf(document, request)
  const { security, 'x-right': right, responses } = models.caller
  const parameters = parametersOf(document, request)
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${answerOf(id)}` }, example: {} } }
  return {
    operationId: id,
    summary: 'TODO 标题',
    description: textsOf(id)[0],
    tags: [document.tags.at(-1).name],
    'x-source': 'completion',
    security,
    ...(right !== undefined && { 'x-right': right }),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody(method) && { requestBody: BODY }),
    responses: {
      200: { description: '成功', content },
      ...refusalsOf(models, isPublic),
      default: responses.default
    }
  }
}

/** The parameters of the path: those of another operation where its path is the same up to there. */
function parametersOf(document, { path }) {
  const inPath = document.paths[path]?.parameters ?? []
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(({ 0: text, 1: name, index }) => {
    const start = path.slice(0, index + text.length)
    const isNamed = (one) => (one.$ref === undefined ? one : resolve(document, one.$ref)).name === name
    if (inPath.some(isNamed)) return []
    const others = operationsOf(document).filter((one) => `${one.path}/`.startsWith(`${start}/`))
    const known = others.flatMap((one) => [
      ...(one.operation.parameters ?? []),
      ...(document.paths[one.path].parameters ?? [])
    ])
    return [known.find(isNamed) ?? { name, in: 'path', required: true, ...PARAMETER }]
  })
}

const resolve = (document, ref) =>
  ref
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key], document)
