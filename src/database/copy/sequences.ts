import type { Knex } from 'knex'

/** Has a sequence go on in `to` where it is in `from`: one that has given its last number gives none there either. */
export async function copySequence(from: Knex, to: Knex, sequence: string): Promise<void> {
  const { rows } = await from.raw<{ rows: [{ last: number; given: boolean }] }>(
    `select last_value as last, is_called as given from ${sequence}`
  )
  const [{ last, given }] = rows
  await to.raw('select setval(?::regclass, ?::bigint, ?::boolean)', [sequence, last, given])
}
