import { isDeepStrictEqual } from 'node:util'
import type { Knex } from 'knex'
import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { tables } from '../../support/tables.js'

type Row = Record<string, unknown>

/** Every row of the tables of a realm, by table and primary key. */
export type Snapshot = Record<string, Record<string, Row>>

/** Tables that triggers write: what they count follows from the other rows, and in which row depends on the connection. */
const COUNTS = ['task_counts', 'task_groups']

/** The rows in the tables of a realm at this moment. */
export async function snapshot(db: Knex, api: RealmName): Promise<Snapshot> {
  const [schema = ''] = realmNamed(api).table.split('.')
  const names: string[] = await tables(db)
    .where('nspname', schema)
    .whereNotIn('relname', COUNTS)
    .orderBy('relname')
    .pluck('relname')
  const found: Snapshot = {}
  for (const name of names) {
    const rows: Row[] = await db(`${schema}.${name}`).select('*')
    found[name] = Object.fromEntries(rows.map((row) => [keyOf(row), row]))
  }
  return found
}

function keyOf({ id, role_id: roleId, right_id: rightId }: Row): string {
  return id === undefined ? `${roleId}:${rightId}` : JSON.stringify(id)
}

export interface RowChange {
  table: string
  kind: 'inserted' | 'changed' | 'removed'
  /** All columns of a row that came or went; of one that changed, those that did, as they are now. */
  values: Row
}

/** What happened to the rows between two snapshots. */
export function changesBetween(before: Snapshot, after: Snapshot): RowChange[] {
  const changes: RowChange[] = []
  for (const [table, rows] of Object.entries(after)) {
    const earlier = before[table] ?? {}
    for (const [key, row] of Object.entries(rows)) {
      const was = earlier[key]
      if (was === undefined) changes.push({ table, kind: 'inserted', values: row })
      else if (!isDeepStrictEqual(was, row)) changes.push({ table, kind: 'changed', values: changedColumns(was, row) })
    }
    for (const [key, row] of Object.entries(earlier)) {
      if (!(key in rows)) changes.push({ table, kind: 'removed', values: row })
    }
  }
  return changes
}

function changedColumns(was: Row, is: Row): Row {
  return Object.fromEntries(Object.entries(is).filter(([column, value]) => !isDeepStrictEqual(was[column], value)))
}
