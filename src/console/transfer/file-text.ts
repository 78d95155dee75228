import { UnreadableFile } from './record-file.ts'
import { t } from './texts.ts'

/** Characters: far more than a record takes. */
export const LONGEST_RECORD = 200_000

/** The text of a file part by part, without a byte order mark. Throws `UnreadableFile` where it is no UTF-8. */
export async function* textOfFile(file: Blob): AsyncGenerator<string, void, undefined> {
  const reader = file
    .stream()
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } catch (error) {
    throw new UnreadableFile(t(error instanceof TypeError ? 'import.notUtf8' : 'import.notReadable'), { cause: error })
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
