import type { ContractDocument } from '../../src/http/contract.js'

interface Reference {
  $ref: string
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  schema: { type?: string; format?: string; default?: unknown }
  example?: unknown
}

export interface BodySchema {
  properties?: Record<string, object>
}

export interface MediaType {
  schema?: BodySchema | Reference
  example?: unknown
  examples?: Record<string, { value: unknown }>
}

interface Body {
  content: Record<string, MediaType>
}

interface Header {
  required?: boolean
  schema: object
}

export interface Response {
  /** Of a `default` response: what it covers. */
  'x-statuses'?: number[]
  headers?: Record<string, Header | Reference>
  content?: Record<string, MediaType>
}

export interface OperationObject {
  operationId: string
  summary?: string
  parameters?: (Parameter | Reference)[]
  requestBody?: Body | Reference
  security: object[]
  responses: Record<string, Response | Reference>
  'x-session'?: Session
  'x-pages'?: Pages
  'x-write-limit'?: 'token'
}

/** Where the success has the token, by a JSON pointer. */
export interface Session {
  opens?: string
  renews?: string
  closes?: true
}

/** The query parameters of a page, and where the list and the number of all its items are. */
export interface Pages {
  number: string
  size: string
  items: string
  total: string
}

export interface DocumentedOperation {
  operationId: string
  method: string
  path: string
  parameters: Parameter[]
  needsToken: boolean
  session: Session
  pages: Pages | undefined
  /** Whether each token is counted by itself among the writes: `x-write-limit: token`. */
  countedByToken: boolean
  /** The one media type of its body, with its schema and an example; undefined where it takes no body. */
  body?: { mediaType: string; schema: BodySchema; example: unknown } | undefined
  /** By status; `default` is none. */
  responses: Map<string, Response>
  /** The `default` response. */
  problem: Response
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])

/** Every operation of a bundled contract, references resolved. */
export function documentedOperations(document: ContractDocument): DocumentedOperation[] {
  return operationObjects(document).map(({ path, method, operation, shared }) => {
    const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(document, parameter))
    const requestBody = operation.requestBody && resolve(document, operation.requestBody)
    const [content] = Object.entries(requestBody?.content ?? {})
    const responses = Object.entries(operation.responses).filter(([status]) => status !== 'default')
    return {
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      needsToken: operation.security.length > 0,
      session: operation['x-session'] ?? {},
      pages: operation['x-pages'],
      countedByToken: operation['x-write-limit'] === 'token',
      body: content && {
        mediaType: content[0],
        schema: resolve(document, content[1].schema ?? {}),
        example: exampleOf(content[1])
      },
      responses: new Map(responses.map(([status, response]) => [status, resolve(document, response)])),
      problem: resolve(document, operation.responses.default ?? {})
    }
  })
}

/** The operations as written in the document, with the parameters of their path. */
export function operationObjects(document: ContractDocument) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as object)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        path,
        method,
        operation: operation as OperationObject,
        shared: ((item as { parameters?: unknown }).parameters ?? []) as (Parameter | Reference)[]
      }))
  )
}

/** `login 403`: how a documented response is named. */
export function responseKey(operationId: string, status: string | number): string {
  return `${operationId} ${status}`
}

/** The one example, or the first of several. */
export function exampleOf({ example, examples }: MediaType): unknown {
  return examples === undefined ? example : Object.values(examples)[0]?.value
}

/** The target of a local reference (`#/components/…`). */
export function resolve<T extends object>(document: ContractDocument, value: T | Reference): T {
  if (!('$ref' in value)) return value
  const keys = value.$ref.split('/').slice(1)
  const target = keys.reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], document)
  return resolve(document, target as T | Reference)
}
