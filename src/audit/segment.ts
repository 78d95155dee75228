import type { Knex } from 'knex'
import { keyOf } from '../database/name-key.js'
import type { Segment } from './blocks.js'
import { entriesOf, type AuditFilter } from './entries.js'
import { MARK_EVERY } from './marks.js'

/** A segment, and what is known of its entries that match without having read them all. */
export interface CountedSegment extends Segment {
  entries: number
  /** Marks in it, the id of the newest, and how many entries are above that. */
  marks: number
  newest: number | null
  above: number
}

export async function countSegment(db: Knex, filter: AuditFilter, segment: Segment): Promise<CountedSegment> {
  if (!segment.inside) {
    const { entries } = (await entriesIn(db, filter, segment).count({ entries: '*' }).first()) as { entries: number }
    return { ...segment, entries, marks: 0, newest: null, above: entries }
  }
  const { marks, oldest, newest } = await marksOf(db, filter, segment)
  const { above, below } = (await db.first({
    above: entriesIn(db, filter, { ...segment, after: newest ?? segment.after }).count(),
    below: entriesIn(db, filter, { ...segment, last: oldest ?? segment.after }).count()
  })) as { above: number; below: number }
  return { ...segment, entries: above + below + Math.max(0, marks - 1) * MARK_EVERY, marks, newest, above }
}

/** The id of the entry behind `skip` others, of which there are more: from the nearest mark on. */
export async function findIn(db: Knex, filter: AuditFilter, segment: CountedSegment, skip: number): Promise<number> {
  const { marks, newest, above } = segment
  if (skip < above || newest === null) return idBehind(newestIn(db, filter, segment), skip)
  const passed = Math.min(Math.floor((skip - above) / MARK_EVERY), marks - 1)
  const last = await idBehind(marksFor(db, filter).where('id', '<=', newest).orderBy('id', 'desc'), passed)
  return idBehind(newestIn(db, filter, { ...segment, last }), skip - above - passed * MARK_EVERY)
}

export function newestIn(db: Knex, filter: AuditFilter, segment: Segment): Knex.QueryBuilder {
  return entriesIn(db, filter, segment).orderBy('id', 'desc')
}

/** All that match, where the segment is inside the period without a look at the time. */
function entriesIn(db: Knex, filter: AuditFilter, { after, last, inside }: Segment): Knex.QueryBuilder {
  const period = inside ? { from: undefined, to: undefined } : {}
  return entriesOf(db, { ...filter, ...period })
    .where('id', '>', after)
    .where('id', '<=', last)
}

async function idBehind(newestFirst: Knex.QueryBuilder, skip: number): Promise<number> {
  const found = (await newestFirst.offset(skip).first('id')) as { id: number } | undefined
  return found?.id ?? 0
}

function marksFor(db: Knex, { realm, actor, action, result }: AuditFilter): Knex.QueryBuilder {
  return db('audit.marks').where({ realm, action: action ?? '', actor: keyOf(actor) ?? '', result: result ?? '' })
}

async function marksOf(
  db: Knex,
  filter: AuditFilter,
  { after, last }: Segment
): Promise<{ marks: number; oldest: number | null; newest: number | null }> {
  const marks = marksFor(db, filter).where('id', '>', after).where('id', '<=', last)
  const found: unknown = await marks.count({ marks: '*' }).min({ oldest: 'id' }).max({ newest: 'id' }).first()
  return found as { marks: number; oldest: number | null; newest: number | null }
}
