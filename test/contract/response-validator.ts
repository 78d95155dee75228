import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { ContractDocument } from '../../src/http/contract.js'
import { resolve, type Response } from './documented.js'

interface Actual {
  headers: Record<string, string>
  body?: string
}

/** What is wrong with the content type, body or headers of a response that should be the documented one; none: []. */
export type ResponseValidator = (documented: Response, actual: Actual) => string[]

/** Headers that any response may have, whatever its operation. */
const ON_ANY_RESPONSE =
  /^(access-control-allow-origin|access-control-expose-headers|allow|cache-control|connection|content-length|content-type|date|keep-alive|transfer-encoding|vary|x-content-type-options|x-request-id)$/

/** Validates by the contract alone, with validators of its own. */
export function createResponseValidator(document: ContractDocument): ResponseValidator {
  const bodies = new Ajv({ strict: false, allErrors: true })
  const headers = new Ajv({ strict: false, coerceTypes: true })
  for (const ajv of [bodies, headers]) {
    addFormats.default(ajv)
    ajv.addKeyword({ keyword: 'x-null', validate: (_only: boolean, value: unknown) => value === null })
    ajv.addSchema(document, 'contract')
  }
  const compiled = new Map<object, ValidateFunction>()

  /** Compiled once: a validator may see the same response thousands of times. */
  function validator(schema: object, compile: () => ValidateFunction): ValidateFunction {
    const validate = compiled.get(schema) ?? compile()
    compiled.set(schema, validate)
    return validate
  }

  function validateBody({ content = {} }: Response, { headers: sent, body = '' }: Actual): string[] {
    const type = sent['content-type']?.split(';')[0]?.trim()
    const declared = Object.keys(content)
    if (declared.length === 0) return body === '' ? [] : ['has a body where none is documented']
    if (type === undefined || content[type] === undefined) return [`is ${type}, not ${declared.join(' or ')}`]
    const schema = content[type].schema
    if (schema === undefined) return [`has no schema for ${type}`]
    const value = parse(body)
    if (value === undefined) return [`body is no JSON: ${body.slice(0, 80)}`]
    const validate = validator(schema, () => bodies.compile(withRoot(schema)))
    return errorsOf(validate, value).map((error) => `body ${error}`)
  }

  function validateHeaders({ headers: declared = {} }: Response, sent: Record<string, string>): string[] {
    const known = new Map(Object.entries(declared).map(([name, header]) => [name.toLowerCase(), header]))
    const undeclared = Object.keys(sent).filter((name) => !known.has(name) && !ON_ANY_RESPONSE.test(name))
    return [
      ...undeclared.map((name) => `header ${name} is not documented`),
      ...[...known].flatMap(([name, reference]) => {
        const { required, schema } = resolve(document, reference)
        const value = sent[name]
        if (value === undefined) return required ? [`lacks the header ${name}`] : []
        const validate = validator(schema, () =>
          headers.compile({ type: 'object', properties: { value: withRoot(schema) } })
        )
        return errorsOf(validate, { value }).map((error) => `header ${name} ${error}`)
      })
    ]
  }

  return (documented, actual) => [...validateBody(documented, actual), ...validateHeaders(documented, actual.headers)]
}

/** The schema with its references, which are local to the contract, made to start there. */
function withRoot<Schema>(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')) as Schema
}

function errorsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
