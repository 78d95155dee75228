/** What stands on a line: a value that is still to be checked, or what is wrong with the line in words. */
export interface FileRecord {
  line: number
  value?: unknown
  problem?: string
}

export const NOT_UTF8 = 'is not UTF-8'
