import type { Contract, Operation } from './contract.js'
import { deprecationHeaders } from './deprecation.js'

/** Headers of HTTP itself, which no contract lists. */
const HTTP_HEADERS = new Set(['allow'])

interface CheckedResponse {
  status: number
  body: unknown
  headers: Record<string, unknown>
}

interface DeclaredResponse {
  headers?: Record<string, { required?: boolean }>
  /** Of the `default` response: the statuses that it covers. */
  'x-statuses'?: number[]
}

/** Throws, saying what and where, when a response is not one that the contract declares for the operation. */
export type ResponseCheck = (response: CheckedResponse) => void

export function createResponseCheck(contract: Contract, operation: Operation): ResponseCheck {
  const declared = (operation.responses ?? {}) as Record<string, DeclaredResponse>
  const shared = new Set(declared.default?.['x-statuses'])
  const standing = deprecationHeaders(operation)
  return ({ status, body, headers }) => {
    const key = declared[status] !== undefined ? String(status) : shared.has(status) ? 'default' : undefined
    const response = key === undefined ? undefined : declared[key]
    if (key === undefined || response === undefined) throw violation(operation, `${status} is not declared`)
    checkHeaders(operation, status, response.headers ?? {}, { ...headers, ...standing })
    const validate = contract.responseValidators(operation)[key]
    if (validate === undefined) throw violation(operation, `${status} has no schema`)
    if (!validate(body)) {
      const [error] = validate.errors ?? []
      throw violation(
        operation,
        `${status} body${error?.instancePath ?? ''} ${error?.message} ${JSON.stringify(error?.params)}`
      )
    }
  }
}

type Declared = Record<string, { required?: boolean }>

function checkHeaders(operation: Operation, status: number, declared: Declared, sent: object): void {
  const names = new Set(Object.keys(sent).map((name) => name.toLowerCase()))
  const known = new Set(Object.keys(declared).map((name) => name.toLowerCase()))
  for (const name of names) {
    if (!known.has(name) && !HTTP_HEADERS.has(name))
      throw violation(operation, `${status} header ${name} is not declared`)
  }
  for (const [name, { required }] of Object.entries(declared)) {
    if (required && !names.has(name.toLowerCase())) throw violation(operation, `${status} lacks the header ${name}`)
  }
}

function violation(operation: Operation, what: string): Error {
  return new Error(`response outside the contract: ${operation.operationId} ${what}`)
}
