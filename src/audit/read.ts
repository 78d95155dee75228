import type { Knex } from 'knex'
import type { PageNumber } from '../database/queries/lists.js'
import { segmentsOf } from './blocks.js'
import { auditColumns, type AuditEvent, type AuditFilter } from './entries.js'
import { countSegment, findIn, newestIn, type CountedSegment } from './segment.js'

export interface AuditPage {
  total: number
  events: AuditEvent[]
}

/** A page, newest first, and the total. Marks are counted instead of all but a few thousand entries. */
export async function pageOfAudit(db: Knex, filter: AuditFilter, { page, size }: PageNumber): Promise<AuditPage> {
  const segments = await countSegments(db, filter)
  const total = segments.reduce((sum, { entries }) => sum + entries, 0)
  return { total, events: await eventsFrom(db, filter, segments, { skip: (page - 1) * size, size }) }
}

async function countSegments(db: Knex, filter: AuditFilter): Promise<CountedSegment[]> {
  const counted: CountedSegment[] = []
  for (const segment of await segmentsOf(db, filter)) counted.push(await countSegment(db, filter, segment))
  return counted
}

async function eventsFrom(
  db: Knex,
  filter: AuditFilter,
  segments: CountedSegment[],
  { skip, size }: { skip: number; size: number }
): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  let left = skip
  for (const segment of segments) {
    if (events.length === size) break
    if (left < segment.entries) {
      const last = left === 0 ? segment.last : await findIn(db, filter, segment, left)
      const found = newestIn(db, filter, { ...segment, last }).limit(size - events.length)
      events.push(...((await found.select(auditColumns)) as AuditEvent[]))
    }
    left = Math.max(0, left - segment.entries)
  }
  return events
}
