import type { LineFault } from './check-file.ts'
import { openRecords } from './open-records.ts'

const AT_ONCE = 1000

/** A file of the lines that were not imported, with why, and of all after `lastLine`: it can be corrected and imported. */
export async function leftLines(file: Blob, faults: readonly LineFault[], lastLine: number): Promise<Blob> {
  const reasons = new Map(faults.map(({ line, text }) => [line, text]))
  const { head, records } = await openRecords(file)
  const blobs: Blob[] = []
  let texts = [head]
  for await (const record of records) {
    const reason = reasons.get(record.line) ?? (record.line > lastLine ? '' : undefined)
    if (reason !== undefined) texts.push(record.withError(reason))
    if (texts.length < AT_ONCE) continue
    // What a blob holds is no longer in the memory of the page.
    blobs.push(new Blob(texts))
    texts = []
  }
  return new Blob([...blobs, ...texts])
}
