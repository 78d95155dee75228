import { pino, type DestinationStream, type Logger } from 'pino'
import { standardOutputInBlocks } from './log-in-blocks.js'

export interface LogOptions {
  destination?: DestinationStream | undefined
  /** What each line has beside its own. */
  mixin?: (() => object) | undefined
}

/** JSON lines to standard output or `destination`. Errors go without `detail` and bindings, which users typed. */
export function createLog(level: string, { destination, mixin }: LogOptions = {}): Logger {
  const options = { level, serializers: { err: describeError }, ...(mixin && { mixin }) }
  return pino(options, destination ?? standardOutputInBlocks())
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
