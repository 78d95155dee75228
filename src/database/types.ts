import pg from 'pg'

/** `2024-06-01 00:04:06.654597+00`: as PostgreSQL prints it in UTC, microseconds and all. */
export type Timestamp = string & { readonly brand: unique symbol }

const INT8 = 20
const TIMESTAMPTZ = 1184

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint does not fit a number: ${text}`)
  return value
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [TIMESTAMPTZ, (text) => text]
])

/** Parsers of column values, alike on PostgreSQL and on the embedded database. */
export const columnTypes = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
    return (
      (format === 'text' && parsers.get(oid)) || (pg.types.getTypeParser(oid, format) as (value: string) => unknown)
    )
  }
}
