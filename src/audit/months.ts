import type { Knex } from 'knex'
import { schemaOf } from '../database/schema/schema.js'
import { removeCounts } from './counts.js'

/** How far ahead of now there are partitions; a server that is not let make them for as long loses nothing. */
const AHEAD = '2 months'
/** An insert waits for a partition that is dropped, and that one for whoever reads: not for long, it has time. */
const LOCK_TIMEOUT = '1s'

/** Makes the partitions of the coming months, where they are not there yet; none in a schema without months. Safe for servers that start together. */
export async function addMonths(db: Knex): Promise<void> {
  if (schemaOf(db).hasMonths) await db.raw('select audit.add_months(?)', [AHEAD])
}

export interface Part {
  name: string
}

/** Partitions whose entries are all older than `keepDays`, oldest first: those that are archived, or those that are not. */
export async function expiredParts(db: Knex, keepDays: number, { archived }: { archived: boolean }): Promise<Part[]> {
  return db('audit.parts')
    .where('ends', '<=', db.raw(`now() - ? * interval '1 day'`, [keepDays]))
    .whereRaw(`archived_at is ${archived ? 'not null' : 'null'}`)
    .orderBy('ends')
    .select('name')
}

/** Drops the partitions that are both archived and older than `keepDays`, with their marks and counts. Returns their names. */
export async function dropExpired(db: Knex, keepDays: number): Promise<string[]> {
  const parts = await expiredParts(db, keepDays, { archived: true })
  for (const { name } of parts) {
    await db.transaction(async (transaction) => {
      await transaction.raw(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
      const [dropped] = (await transaction('audit.parts').where({ name }).delete().returning('last_id')) as {
        last_id: number | null
      }[]
      if (dropped === undefined) return
      const { first, last } = await timesOf(transaction, name)
      await transaction.raw('drop table audit.??', [name])
      await removeCounts(transaction, first, last)
      await transaction('audit.marks')
        .where('id', '<=', dropped.last_id ?? 0)
        .delete()
    })
  }
  return parts.map(({ name }) => name)
}

interface Times {
  first: string | null
  last: string | null
}

async function timesOf(db: Knex, part: string): Promise<Times> {
  const { rows } = await db.raw<{ rows: [Times] }>('select min(at) as first, max(at) as last from audit.??', [part])
  return rows[0]
}
