import knex from 'knex'
import { DomainError } from '../domain-error.js'

const UNIQUE_VIOLATION = '23505'
const RETRYABLE = new Set(['40001', '40P01'])
const LOCK_NOT_AVAILABLE = '55P03'
/** Values that a statement was given; 2200H is of its class and tells of a sequence without another id. */
const DATA_EXCEPTION = /^22(?!00H)/
/** Lost connections, operator intervention, out of resources, read-only, cancelled, ended for idling, no such database. */
const AWAY = /^(08|28|3D|57P|53)|^(57014|25006|25P03|55000|55P03)$/
const SOCKET_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH'
])
/** node-postgres reports a lost or refused connection in words only, and Knex sets the statement before them. */
const LOST_CONNECTION =
  /(^| - )(Connection terminated|timeout expired|Client has encountered a connection error|Query read timeout)/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** True when a unique index refused the row. `constraint` narrows it to one index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== UNIQUE_VIOLATION) return false
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint
}

export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(codeOf(error))
}

/** True when a statement waited too long for a lock, or for one that waited for its own. */
export function isBlocked(error: unknown): boolean {
  return isRetryable(error) || codeOf(error) === LOCK_NOT_AVAILABLE
}

/** True when another transaction has made the same schema or table meanwhile. */
export function isMadeByAnother(error: unknown): boolean {
  return isUniqueViolation(error) && (error as { schema?: string }).schema === 'pg_catalog'
}

function isAway(error: unknown): boolean {
  if (error instanceof knex.KnexTimeoutError) return true
  const code = codeOf(error)
  if (AWAY.test(code) || SOCKET_ERRORS.has(code)) return true
  if (error instanceof AggregateError) return error.errors.some(isAway)
  return code === '' && error instanceof Error && LOST_CONNECTION.test(error.message)
}

/** The domain error that a database error amounts to; undefined when it is an internal error. */
export function domainErrorOf(error: unknown): DomainError | undefined {
  if (isAway(error) || isRetryable(error)) return new DomainError('unavailable', { retryAfter: 1 }, { cause: error })
  if (DATA_EXCEPTION.test(codeOf(error)) && 'severity' in (error as object)) {
    const issue = { path: [], rule: 'value', message: 'a value is out of range' }
    return new DomainError('invalid', { issues: [issue] }, { cause: error })
  }
  return undefined
}
