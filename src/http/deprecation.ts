import { posix } from 'node:path'
import type { Operation } from './contract.js'
import { setHeaders } from './headers.js'
import type { ApiMiddleware } from './state.js'

/** `x-deprecation` of an operation: since which day it is deprecated, and the path that takes its place. */
interface Deprecation {
  since: string
  successor: string
}

/** `Deprecation` (RFC 9745) and `Link` of an operation that the contract marks `deprecated`; undefined for others. */
export function deprecationHeaders(operation: Operation): Record<string, string> | undefined {
  if (!operation.deprecated) return undefined
  const { since, successor } = (operation as { 'x-deprecation'?: Partial<Deprecation> })['x-deprecation'] ?? {}
  const seconds = Date.parse(`${since}T00:00:00Z`) / 1000
  if (!Number.isInteger(seconds) || successor === undefined) {
    throw new Error(`${operation.operationId} is deprecated, and does not say since when and in favour of what`)
  }
  // Relative to the request, so that a path that a proxy adds stays before it.
  const target = posix.relative(posix.dirname(operation.path), successor)
  return { Deprecation: `@${seconds}`, Link: `<${target}>; rel="successor-version"` }
}

/** The middleware that sends them, with refusals too. */
export function deprecationMiddleware(operation: Operation): ApiMiddleware | undefined {
  const headers = deprecationHeaders(operation)
  return headers && (({ res }) => setHeaders(res, headers))
}
