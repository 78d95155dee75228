import type { Knex } from 'knex'
import type { AuditFilter } from './entries.js'

/*
 * Ids follow the times of entries, but not strictly: a transaction may be long, a clock may be set. For each 2,000 ids it is
 * known in which time their entries are.
 */

/** Adds the blocks of a window, whose ends are ends of blocks. */
export const ADD_BLOCKS = `
  insert into audit.blocks (id, first_at, last_at)
  select (id + 1999) / 2000 * 2000, min(at), max(at) from audit.events
  where realm = any(:realms) and id > :from and id <= :to
  group by 1`

/** Ids above `after`, up to `last`. */
export interface Segment {
  after: number
  last: number
  /** Whether all entries in it are in the period. */
  inside: boolean
}

const LAST = Number.MAX_SAFE_INTEGER

/** Where the entries of the filter's period are, newest first. */
export async function segmentsOf(db: Knex, { from, to }: AuditFilter): Promise<Segment[]> {
  if (from === undefined && to === undefined) return [{ after: 0, last: LAST, inside: true }]
  const { id: counted } = (await db('audit.counted').first('id')) as { id: number }
  const { rows } = await db.raw<{ rows: Segment[] }>(
    `select min(id) - 2000 as after, max(id) as last, inside
    from (
      select id, inside, touched,
        row_number() over (order by id) - row_number() over (partition by inside, touched order by id) as run
      from (
        select id, first_at >= :from and last_at < :to as inside, last_at >= :from and first_at < :to as touched
        from audit.blocks where id <= :counted
      ) blocks
    ) blocks
    where touched
    group by inside, run order by last desc`,
    { counted, from: from?.toISOString() ?? '-infinity', to: to?.toISOString() ?? 'infinity' }
  )
  return [{ after: counted, last: LAST, inside: false }, ...rows]
}
