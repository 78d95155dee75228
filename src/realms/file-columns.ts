export interface ColumnSchema {
  type: 'string' | 'integer' | 'boolean'
  [keyword: string]: unknown
}

export type FileColumns = Record<string, ColumnSchema>

export const textColumn = (maxLength: number): ColumnSchema => ({ type: 'string', maxLength, pattern: '^[^\\u0000]*$' })

export const integerColumn = (minimum: number, maximum = 2_147_483_647): ColumnSchema => {
  return { type: 'integer', minimum, maximum }
}

export const nameColumn: ColumnSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$'
}

export const emailColumn: ColumnSchema = { type: 'string', format: 'email-address', maxLength: 2_048 }

export const roleColumns: FileColumns = { role_id: integerColumn(-1, Number.MAX_SAFE_INTEGER), role: nameColumn }
