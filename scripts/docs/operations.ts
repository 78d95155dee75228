import type { ContractDocument } from '../../src/http/contract.js'
import type { BodyField, DocumentedApi, DocumentedOperation, Field, Scheme } from './model.js'

export interface Reference {
  $ref?: string
}
interface Schema extends Reference {
  type?: string
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  enum?: unknown[]
  description?: string
}
interface Parameter extends Reference {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description?: string
  schema: Schema
  example?: string | number | boolean
}
interface MediaType {
  schema: Schema
  example?: unknown
  examples?: Record<string, { summary?: string; value: unknown }>
}
interface SecurityScheme {
  type: string
  name?: string
  description?: string
}
interface RawOperation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  'x-source': string
  'x-right'?: string
  'x-session'?: DocumentedOperation['session']
  'x-deprecation'?: DocumentedOperation['deprecation']
  parameters?: Parameter[]
  requestBody?: Reference & { content: Record<string, MediaType> }
  security: Record<string, unknown>[]
}
type PathItem = Partial<Record<string, RawOperation>> & { parameters?: Parameter[] }

const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const FORM = 'application/x-www-form-urlencoded'

/** Reduces a bundled contract, whose references are all of its own. */
export function documentedApi(name: string, document: ContractDocument): DocumentedApi {
  const paths = Object.entries(document.paths as unknown as Record<string, PathItem>)
  return {
    name,
    title: document.info.title,
    basePaths: document['x-base-paths'],
    schemes: Object.entries((document.components?.securitySchemes ?? {}) as Record<string, SecurityScheme>).map(scheme),
    operations: paths.flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method]
        return operation === undefined ? [] : [documented(document, path, method, operation, item.parameters)]
      })
    )
  }
}

function documented(
  document: ContractDocument,
  path: string,
  method: string,
  operation: RawOperation,
  shared: Parameter[] = []
): DocumentedOperation {
  const parameters = [...shared, ...(operation.parameters ?? [])].map((one) => resolve(document, one))
  const body = operation.requestBody && resolve(document, operation.requestBody)
  const [mediaType, content] = Object.entries(body?.content ?? {})[0] ?? []
  const example = content?.example ?? Object.values(content?.examples ?? {})[0]?.value
  const { operationId, summary, description } = operation
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    tag: operation.tags[0]!,
    group: groupOf(document, operation.tags[0]!),
    source: operation['x-source'],
    right: operation['x-right'],
    session: operation['x-session'],
    deprecation: operation['x-deprecation'],
    fields: [
      ...parameters.map((parameter) => parameterField(document, parameter)),
      ...(mediaType === FORM ? formFields(resolve(document, content!.schema), example as Record<string, string>) : [])
    ],
    json: mediaType === 'application/json' ? example : undefined,
    examples: Object.entries(content?.examples ?? {}).map(([key, one]) => ({
      name: one.summary ?? key,
      value: one.value
    })),
    bodyFields: mediaType === 'application/json' ? bodyFields(document, resolve(document, content!.schema)) : undefined,
    security: operation.security.flatMap((one) => Object.keys(one))
  }
}

function groupOf({ tags = [] }: ContractDocument, tag: string): string {
  const found = tags.find(({ name }) => name === tag) as { 'x-displayName'?: string } | undefined
  return found?.['x-displayName'] ?? tag
}

function parameterField(document: ContractDocument, parameter: Parameter): Field {
  const { name, required = false, description = '', example } = parameter
  const values = resolve(document, parameter.schema).enum?.map(String)
  return {
    name,
    in: parameter.in,
    required,
    description,
    values,
    example: example ?? values?.[0]
  }
}

function formFields(schema: Schema, example: Record<string, string>): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, { description = '' }]) => ({
    name,
    in: 'form',
    required: schema.required?.includes(name) ?? false,
    description,
    example: example[name]
  }))
}

const SCALARS = ['string', 'integer', 'number', 'boolean']

/** The fields of an object; undefined where one of them is no single value. */
function bodyFields(document: ContractDocument, { properties = {}, required = [] }: Schema): BodyField[] | undefined {
  const fields = Object.entries(properties).map(([name, property]) => {
    const outer = resolve(document, property)
    const inner = outer.allOf?.length === 1 ? resolve(document, outer.allOf[0]!) : outer
    const { type = '', description = outer.description ?? '' } = inner
    const values = inner.enum?.filter((one) => one !== null).map(String)
    return { name, type: type as BodyField['type'], required: required.includes(name), description, values }
  })
  return fields.every(({ type }) => SCALARS.includes(type)) && fields.length > 0 ? fields : undefined
}

function scheme([name, { type, description = '', name: header }]: [string, SecurityScheme]): Scheme {
  if (type === 'http') return { name, description, header: 'Authorization', prefix: 'Bearer ' }
  return { name, description, header: header!, prefix: '' }
}

/** What a reference in the document leads to. */
export function resolve<Part extends Reference>(document: ContractDocument, part: Part): Part {
  if (part.$ref === undefined) return part
  const keys = part.$ref.slice(2).split('/')
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as Part
}
