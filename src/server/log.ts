import { pino, type DestinationStream, type Logger } from 'pino'

/**
 * Bytes that are written at once, and milliseconds after which what there is of them is: a write per line costs much. Lines
 * wait as bytes, for of text all that waits would be measured anew with each line.
 */
const BUFFER = { contentMode: 'buffer', sync: false, minLength: 16_000, periodicFlush: 100 } as const
/** The destination wants bytes; pino's types know of text only. */
const inBytes = { streamWrite: (line: string) => Buffer.from(line) as never }

/**
 * JSON lines, on standard output unless `destination` is given. Of an error only its kind, message, code, stack and causes
 * are written: PostgreSQL's `detail` and knex's bindings may hold what a user typed.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: describeError } }
  if (destination !== undefined) return pino(options, destination)
  return pino({ ...options, hooks: inBytes }, pino.destination(BUFFER))
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
