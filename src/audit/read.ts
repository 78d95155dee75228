import type { Knex } from 'knex'
import type { Timestamp } from '../database/types.js'
import { MARK_EVERY } from './marks.js'
import { keyOf } from '../database/name-key.js'
import type { AuditDetail } from './record.js'

export interface AuditEvent {
  id: number
  at: Timestamp
  realm: string
  action: string
  result: 'done' | 'failed'
  actor_id: string | null
  actor_name: string | null
  target_id: string | null
  target_name: string | null
  detail: AuditDetail | null
  address: string | null
  request_id: string | null
}

/** The columns of an entry that are shown. */
export const auditColumns = [
  'id',
  'at',
  'realm',
  'action',
  'result',
  'actor_id',
  'actor_name',
  'target_id',
  'target_name',
  'detail',
  'address',
  'request_id'
] as const satisfies (keyof AuditEvent)[]

export interface AuditFilter {
  realm: string
  /** A name in any of the spellings that log in. */
  actor?: string | undefined
  action?: string | undefined
}

/** What is known of the entries that match, without having read them all. */
interface Marked {
  /** Marks, and the ids of the first and the last of them. */
  marks: number
  oldest: number | null
  newest: number | null
}

/** A page, newest first, and the total. Marks are counted instead of all but a few thousand entries. */
export async function pageOfAudit(
  db: Knex,
  filter: AuditFilter,
  { page, size }: { page: number; size: number }
): Promise<{ total: number; events: AuditEvent[] }> {
  const matching = (): Knex.QueryBuilder => entriesOf(db, filter)
  const marked = await marksOf(db, filter)
  const { marks, oldest, newest } = marked
  const counted: unknown = await db.first({
    above: matching()
      .where('id', '>', newest ?? 0)
      .count(),
    below: matching()
      .where('id', '<=', oldest ?? 0)
      .count()
  })
  const { above, below } = counted as { above: number; below: number }
  const total = above + below + Math.max(0, marks - 1) * MARK_EVERY
  const skip = (page - 1) * size
  if (skip >= total) return { total, events: [] }
  const place = await placeOf(db, filter, { skip, above, marked })
  const first = matching().where('id', '<=', place.from).orderBy('id', 'desc').offset(place.skip).limit(1).select('id')
  const events: unknown = await matching()
    .where('id', '<=', first)
    .orderBy('id', 'desc')
    .limit(size)
    .select(auditColumns)
  return { total, events: events as AuditEvent[] }
}

function entriesOf(db: Knex, { realm, actor, action }: AuditFilter): Knex.QueryBuilder {
  return db('audit.events').where({
    realm,
    ...(actor !== undefined && { actor_key: keyOf(actor) }),
    ...(action !== undefined && { action })
  })
}

function marksFor(db: Knex, { realm, actor, action = '' }: AuditFilter): Knex.QueryBuilder {
  return db('audit.marks').where({ realm, action, actor: keyOf(actor) ?? '' })
}

async function marksOf(db: Knex, filter: AuditFilter): Promise<Marked> {
  const found = await marksFor(db, filter).count({ marks: '*' }).min({ oldest: 'id' }).max({ newest: 'id' }).first()
  return found as Marked
}

/** From which id how many entries are to be skipped: those above the newest mark, or from the nearest mark on. */
async function placeOf(
  db: Knex,
  filter: AuditFilter,
  { skip, above, marked: { marks, newest } }: { skip: number; above: number; marked: Marked }
): Promise<{ from: number; skip: number }> {
  if (skip < above || newest === null) return { from: Number.MAX_SAFE_INTEGER, skip }
  const passed = Math.min(Math.floor((skip - above) / MARK_EVERY), marks - 1)
  const marked = marksFor(db, filter).where('id', '<=', newest).orderBy('id', 'desc').offset(passed)
  const { id } = (await marked.first('id')) as { id: number }
  return { from: id, skip: skip - above - passed * MARK_EVERY }
}
