import type { Knex } from 'knex'
import { tables } from './tables.js'

/** The rows of a database as text, with the table they are of, each with how often it is there. */
export type Snapshot = Map<string, number>
export type TakeSnapshot = () => Promise<Snapshot>

/** Of the audit trail, which only grows, how many rows there are; of the counts what they sum up to, in whichever row. */
const SUMMED = [
  `select 'audit.events ', count(*)::integer from audit.events`,
  `select 'quintet.account_counts ' || realm || block || ' ' || sum(accounts), 1 from quintet.account_counts group by realm, block`,
  `select 'quintet.account_groups ' || concat_ws(' ', realm, role_id, disabled, points_from), sum(accounts)::integer
    from quintet.account_groups group by realm, role_id, disabled, points_from`,
  `select 'tms.task_groups ' || concat_ws(' ', kind, key), sum(tasks)::integer from tms.task_groups group by kind, key`,
  `select 'tms.task_counts ' || block, sum(tasks)::integer from tms.task_counts group by block`
]

/** A reader of all rows of all tables. */
export async function createSnapshots(db: Knex): Promise<TakeSnapshot> {
  const all: { name: string }[] = await tables(db)
    .select({ name: db.raw(`quote_ident(nspname) || '.' || quote_ident(relname)`) })
    .whereNotIn('nspname', ['pg_catalog', 'information_schema', 'audit'])
    .whereNotIn('relname', ['account_counts', 'account_groups', 'task_counts', 'task_groups'])
    .orderBy('name')
  const queries = all.map(({ name }) => `select '${name} ' || t::text as row, 1 as times from ${name} t`)
  const query = [...queries, ...SUMMED].join(' union all ')
  return async () => {
    const { rows } = (await db.raw(query)) as { rows: { row: string; times: number }[] }
    const counts: Snapshot = new Map()
    for (const { row, times } of rows) counts.set(row, (counts.get(row) ?? 0) + times)
    return counts
  }
}

/** How many rows of each table went and came between two snapshots: `tms.users -1 +1` is a changed row. */
export function changedRows(before: Snapshot, after: Snapshot): Record<string, { gone: number; come: number }> {
  const changed: Record<string, { gone: number; come: number }> = {}
  for (const row of new Set([...before.keys(), ...after.keys()])) {
    const difference = (after.get(row) ?? 0) - (before.get(row) ?? 0)
    if (difference === 0) continue
    const table = row.slice(0, row.indexOf(' '))
    const entry = (changed[table] ??= { gone: 0, come: 0 })
    if (difference > 0) entry.come += difference
    else entry.gone -= difference
  }
  return changed
}
