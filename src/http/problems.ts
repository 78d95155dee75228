import { STATUS_CODES } from 'node:http'
import { domainErrorOf } from '../database/failures.js'
import { DomainError, type DomainErrorDetails } from '../domain-error.js'

/** What a request can meet before a domain module sees it, with the details of the case. */
export interface HttpProblemDetails {
  'path-unknown': Record<string, never>
  'method-not-allowed': { allow: string }
  /** JSON, form, compression or percent-encoding that cannot be read. */
  malformed: { message: string }
  'too-large': Record<string, never>
  'headers-too-large': Record<string, never>
  /** A request that does not end. */
  timeout: Record<string, never>
  'unsupported-media-type': Record<string, never>
  'token-missing': Record<string, never>
  /** An `Authorization` header that is not of the scheme's form. */
  'token-malformed': Record<string, never>
  'token-expired': Record<string, never>
  'token-invalid': Record<string, never>
  'right-missing': { right: string }
  /** Anything that is not a problem of the caller's; it is logged with its cause. */
  'internal-error': Record<string, never>
}

export type ProblemDetails = DomainErrorDetails & HttpProblemDetails
export type ProblemCode = keyof ProblemDetails

export class HttpProblem<Code extends keyof HttpProblemDetails = keyof HttpProblemDetails> extends Error {
  override readonly name = 'HttpProblem'

  constructor(
    readonly code: Code,
    readonly details: HttpProblemDetails[Code],
    options?: ErrorOptions
  ) {
    super(code, options)
  }
}

export interface ProblemResponse {
  status: number
  body: unknown
  headers?: Record<string, string | number>
}

type Describe<Details> = (details: Details, operationId: string | undefined) => ProblemResponse

/** How one API answers each problem. A code that a table leaves out cannot happen there; if it does, it is an internal error. */
export type ProblemTable = { [Code in keyof HttpProblemDetails]: Describe<HttpProblemDetails[Code]> } & {
  [Code in keyof DomainErrorDetails]?: Describe<DomainErrorDetails[Code]>
}

type Entry<Details> = readonly [status: number, message: string] | Describe<Details>
export type ProblemEntries = { [Code in keyof HttpProblemDetails]: Entry<HttpProblemDetails[Code]> } & {
  [Code in keyof DomainErrorDetails]?: Entry<DomainErrorDetails[Code]>
}

/** A table from entries of status and message, put into the API's error body by `envelope`. */
export function problemTable(
  envelope: (status: number, message: string) => unknown,
  entries: ProblemEntries
): ProblemTable {
  const table = Object.entries(entries).map(([code, entry]) => {
    if (typeof entry === 'function') return [code, entry]
    const [status, message] = entry
    return [code, () => ({ status, body: envelope(status, message) })]
  })
  return Object.fromEntries(table) as ProblemTable
}

/** The response for whatever was thrown; `internalError` is what to log when it was nobody's intention. */
export function describeProblem(
  table: ProblemTable,
  error: unknown,
  operationId?: string
): ProblemResponse & { internalError?: unknown } {
  const problem = error instanceof DomainError || error instanceof HttpProblem ? error : domainErrorOf(error)
  const describe = problem && (table[problem.code as ProblemCode] as Describe<unknown> | undefined)
  if (problem === undefined || describe === undefined)
    return { ...table['internal-error']({}, operationId), internalError: error }
  const details = problem.details as object
  const response = describe(details, operationId)
  return { ...response, headers: { ...response.headers, ...detailHeaders(details) } }
}

function detailHeaders(details: object): Record<string, string | number> {
  return {
    ...('retryAfter' in details && { 'Retry-After': details.retryAfter as number }),
    ...('allow' in details && { Allow: details.allow as string })
  }
}

/** For a path that belongs to no API. */
export function plainProblem(status: number): ProblemResponse {
  return { status, body: { message: STATUS_CODES[status] } }
}

/** The same, where there is something to read and nothing else to do. */
export const onlyRead: ProblemResponse = { ...plainProblem(405), headers: { Allow: 'GET, HEAD' } }

export function isReading(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD'
}
