import { pino, type DestinationStream } from 'pino'

/** Bytes that are written at once, and milliseconds after which what there is of them is: a write per line costs much. */
const BLOCKS = { sync: false, minLength: 16_000, periodicFlush: 100 } as const
/** Bytes that wait while nothing can be written, on a full disk for instance; further lines are lost. */
const MOST_WAITING = 4_000_000

/**
 * Standard output, written in blocks. Lines wait for theirs as bytes, at 2.4 µs of CPU a line: as text, all that waits
 * would be measured anew with each line, at 3.8 to 4.9 µs.
 */
export function standardOutputInBlocks(): DestinationStream {
  // With this mode it takes bytes, of which its type does not know.
  const output = pino.destination({ ...BLOCKS, contentMode: 'buffer', maxLength: MOST_WAITING })
  let fails = false
  output.on('error', () => (fails = true))
  output.on('write', () => (fails = false))
  // At the end of the process it would try for ever.
  const flush = output.flushSync.bind(output)
  output.flushSync = () => (fails ? undefined : flush())
  return { write: (line) => void (output as { write(line: unknown): boolean }).write(Buffer.from(line)) }
}
