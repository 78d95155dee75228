import type { Knex } from 'knex'
import type { PageNumber } from '../database/queries/lists.js'
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

export interface AuditPage {
  total: number
  events: AuditEvent[]
}

/** A page, newest first, and the total. Marks are counted instead of all but a few thousand entries. */
export async function pageOfAudit(db: Knex, filter: AuditFilter, { page, size }: PageNumber): Promise<AuditPage> {
  const marked = await marksOf(db, filter)
  const { above, below } = await countBeside(db, filter, marked)
  const total = above + below + Math.max(0, marked.marks - 1) * MARK_EVERY
  const skip = (page - 1) * size
  if (skip >= total) return { total, events: [] }
  const place = await placeOf(db, filter, { skip, above, marked })
  const newestFirst = (): Knex.QueryBuilder => entriesOf(db, filter).orderBy('id', 'desc')
  const first = newestFirst().where('id', '<=', place.from).offset(place.skip).limit(1).select('id')
  const events: unknown = await newestFirst().where('id', '<=', first).limit(size).select(auditColumns)
  return { total, events: events as AuditEvent[] }
}

/** Counts the entries above the newest mark, and those up to the oldest. */
async function countBeside(
  db: Knex,
  filter: AuditFilter,
  { oldest, newest }: Marked
): Promise<{ above: number; below: number }> {
  const above = entriesOf(db, filter).where('id', '>', newest ?? 0)
  const below = entriesOf(db, filter).where('id', '<=', oldest ?? 0)
  return db.first({ above: above.count(), below: below.count() })
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
