import { readFileSync } from 'node:fs'
import type { OpenAPIV3 } from 'openapi-types'
import type { Operation, Pages } from '../../src/sdk/operation.js'

/** The bundled contract of an API, as far as its client needs it. */
export interface Contract {
  title: string
  operations: Described[]
  /** The statuses that its default responses cover. */
  common: number[]
}

/** An operation: its row in the client's table, and what its declaration and doc comment say. */
export interface Described extends Operation {
  name: string
  summary: string
  description: string
  deprecated: boolean
  /** Callers must give something. */
  needsInput: boolean
  /** What each documented status means. */
  meanings: { status: string; text: string }[]
}

type Document = OpenAPIV3.Document
type Extended = OpenAPIV3.OperationObject & {
  'x-session'?: Session
  'x-pages'?: Pages
  'x-repeatable'?: boolean
}
type Session = Pick<Operation, 'opens' | 'renews' | 'closes'>
type Response = OpenAPIV3.ResponseObject & { 'x-statuses'?: number[] }

/** What a client has beside its operations. */
const TAKEN_NAMES = ['tokens', 'onSession', 'sessions']
const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const
const FORM = 'application/x-www-form-urlencoded'

export function readContract(folder: string, api: string): Contract {
  const document = JSON.parse(readFileSync(`${folder}/${api}.json`, 'utf8')) as Document
  const common = new Set<number>()
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method] as Extended | undefined
      if (operation === undefined) return []
      const fallback = resolve<Response>(document, operation.responses.default!)
      for (const status of fallback['x-statuses'] ?? []) common.add(status)
      return [describe(document, method, path, operation, item?.parameters ?? [])]
    })
  )
  return { title: document.info.title, operations, common: [...common].sort() }
}

function describe(
  document: Document,
  method: string,
  path: string,
  operation: Extended,
  shared: (OpenAPIV3.ReferenceObject | OpenAPIV3.ParameterObject)[]
): Described {
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) =>
    resolve<OpenAPIV3.ParameterObject>(document, parameter)
  )
  const body = operation.requestBody && resolve<OpenAPIV3.RequestBodyObject>(document, operation.requestBody)
  const secured = (operation.security ?? []).length > 0
  if (secured && !operation.security!.some((needed) => Object.keys(needed).some((name) => isBearer(document, name)))) {
    throw new Error(`${operation.operationId}: the client sends bearer tokens, and this takes none`)
  }
  if (TAKEN_NAMES.includes(operation.operationId!)) {
    throw new Error(`${operation.operationId}: a client has something else of this name`)
  }
  const meanings = Object.entries(operation.responses).map(([status, response]) => ({
    status,
    text: resolve<Response>(document, response).description
  }))
  return {
    name: operation.operationId!,
    summary: operation.summary!,
    description: operation.description!,
    deprecated: operation.deprecated ?? false,
    needsInput: parameters.some(({ required }) => required) || (body?.required ?? false),
    meanings,
    method: method.toUpperCase(),
    path,
    statuses: meanings.map(({ status }) => Number(status)).filter((status) => !Number.isNaN(status)),
    ...(body?.content[FORM] && { form: true }),
    ...(secured && { secured }),
    ...((operation['x-repeatable'] ?? method !== 'post') && { repeatable: true }),
    ...operation['x-session'],
    ...(operation['x-pages'] && { pages: pagesOf(operation['x-pages']) })
  }
}

function pagesOf({ number, size, items }: Pages): Pages {
  return { number, size, items }
}

function isBearer(document: Document, name: string): boolean {
  const scheme = resolve<OpenAPIV3.SecuritySchemeObject>(document, document.components!.securitySchemes![name]!)
  return scheme.type === 'http' && scheme.scheme === 'bearer'
}

function resolve<T>(document: Document, node: object): T {
  if (!('$ref' in node)) return node as T
  const [, , section, name] = String(node.$ref).split('/') as [string, string, keyof OpenAPIV3.ComponentsObject, string]
  return document.components![section]![name] as T
}
