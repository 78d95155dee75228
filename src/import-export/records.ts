import type { Realm } from '../realms/realm.js'
import { csvRecords } from './csv.js'
import { NOT_UTF8, type FileRecord } from './file-record.js'
import type { Line } from './lines.js'

export const formats = ['ndjson', 'csv'] as const
export type Format = (typeof formats)[number]

/** The records of a file; lines of nothing but white space are none. Throws `UnreadableFile`. */
export function recordsOf(format: Format, realm: Realm, lines: AsyncIterable<Line>): AsyncGenerator<FileRecord> {
  return format === 'csv' ? csvRecords(realm, lines) : jsonRecords(lines)
}

async function* jsonRecords(lines: AsyncIterable<Line>): AsyncGenerator<FileRecord> {
  for await (const { line, text, isUtf8 } of lines) {
    if (!isUtf8) yield { line, problem: NOT_UTF8 }
    else if (text.trim() !== '') yield { line, ...parse(text) }
  }
}

function parse(text: string): Pick<FileRecord, 'value' | 'problem'> {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: 'is no JSON' }
  }
}
