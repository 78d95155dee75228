import { pino, type DestinationStream, type Logger } from 'pino'

/** One write for many lines. They wait as bytes, because waiting text is measured again at each line. */
const BUFFER = { contentMode: 'buffer', sync: false, minLength: 16_000, periodicFlush: 100 } as const
/** The destination wants bytes; pino's types know of text only. */
const inBytes = { streamWrite: (line: string) => Buffer.from(line) as never }

/** JSON lines to standard output or `destination`. Errors go without `detail` and bindings, which users typed. */
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
