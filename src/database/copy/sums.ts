import type { Knex } from 'knex'
import type { Table } from './tables.js'

export interface Sum {
  rows: number
  /** The sum of the first 64 bits of each row's SHA-256, modulo 2^64, in hex. */
  sum: string
}

/** The text of a row is its JSON, whose form is the same in all versions of PostgreSQL. */
export async function sumOf(db: Knex, { name, columns }: Table): Promise<Sum> {
  const { rows } = await db.raw<{ rows: [{ rows: number; sum: string }] }>(`
    select count(*) as rows, coalesce(sum(
      ('x' || left(encode(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint
    ), 0)::text as sum
    from (select ${columns.join(', ')} from ${name}) t`)
  const [{ rows: count, sum }] = rows
  return { rows: count, sum: BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0') }
}
