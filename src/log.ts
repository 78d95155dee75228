import { pino, type DestinationStream, type Logger } from 'pino'

/** Bytes that are written at once, and milliseconds after which what there is of them is: a write per line is dear. */
const BUFFER = { sync: false, minLength: 4_096, periodicFlush: 100 }

/**
 * JSON lines, on standard output unless `destination` is given. Of an error only its kind, message, code, stack and causes
 * are written: PostgreSQL's `detail` and knex's bindings may hold what a user typed.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: describeError } }
  return pino(options, destination ?? pino.destination(BUFFER))
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  return {
    name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(cause !== undefined && { cause: describeError(cause) })
  }
}
