/** A row or a line of a file that is imported. */
export interface FileRecord {
  /** The line of the file on which it begins, from 1. */
  line: number
  /** Its texts by column; none where it cannot be read. */
  values: Readonly<Record<string, string>>
  /** Why it cannot be read. */
  fault?: string | undefined
  /** It as it is in the file, with this text as `error`. */
  withError(text: string): string
}

/** A file of records, which are read one after another. */
export interface RecordFile {
  /** The names in the first row, where the format has one. */
  columns: readonly string[] | undefined
  /** What a file with some of its records begins with. */
  head: string
  records: AsyncGenerator<FileRecord, void, undefined>
}

/** The column of a message, which a file that is imported again may still have. */
export const ERROR_COLUMN = 'error'

/** The file as a whole cannot be read; the message says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
