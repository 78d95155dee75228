import { textOfFile } from './file-text.ts'
import { openNdjson } from './ndjson-file.ts'
import { UnreadableFile, type RecordFile } from './record-file.ts'
import { t } from './texts.ts'

/** The records of a CSV or NDJSON file, which is read part by part. Throws `UnreadableFile`, and so do the records. */
export async function openRecords(file: Blob): Promise<RecordFile> {
  const text = textOfFile(file)
  const first = await text.next()
  if (first.done) throw new UnreadableFile(t('import.empty'))
  const whole = withFirst(first.value, text)
  if (/^\s*\{/.test(first.value)) return openNdjson(whole)
  const { openCsv } = await import('./csv-file.ts')
  return openCsv(whole)
}

async function* withFirst(first: string, others: AsyncGenerator<string>): AsyncGenerator<string, void, undefined> {
  yield first
  yield* others
}
