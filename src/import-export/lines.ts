import { isUtf8 } from 'node:buffer'

/** A line of a file without the line feed at its end, and its number from 1. */
export interface Line {
  line: number
  /** Where the bytes are no UTF-8, as much of them as can be read. */
  text: string
  isUtf8: boolean
}

/** The file as a whole cannot be read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** Bytes: far more than an account takes, and little to hold. */
export const MAX_LINE = 128_000

const LINE_FEED = 0x0a
const BYTE_ORDER_MARK = Buffer.from('\uFEFF')

/** The lines of a UTF-8 file, without a byte order mark. Throws `UnreadableFile` for UTF-16 and for a line without end. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 0
  for await (const bytes of splitLines(chunks)) {
    number += 1
    const first = number === 1
    if (first && isUtf16(bytes)) {
      throw new UnreadableFile('the file is UTF-16; save it as UTF-8 (Excel: "CSV UTF-8")')
    }
    const start = first && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0
    yield { line: number, text: bytes.toString('utf8', start), isUtf8: isUtf8(bytes) }
  }
}

async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let number = 1
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([rest, chunk.subarray(start, end)])
      rest = Buffer.alloc(0)
      start = end + 1
      number += 1
    }
    rest = Buffer.concat([rest, chunk.subarray(start)])
    if (rest.length > MAX_LINE) throw new UnreadableFile(`line ${number} is longer than ${MAX_LINE} bytes`)
  }
  if (rest.length > 0) yield rest
}

/** By its byte order mark, or by the empty half of its first character. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0)
  return mark === 0xfffe || mark === 0xfeff || bytes.subarray(0, 2).includes(0)
}
