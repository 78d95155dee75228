import type { Knex } from 'knex'
import { catalogOf } from './catalog.js'

type Row = Record<string, unknown>

/** A database as the code of a version finds it. */
export interface Schema {
  catalog: Record<string, Row[]>
  /** Another file after a migration means that the whole table was written anew. */
  files: { table: string; file: string }[]
  constraints: Constraint[]
}

interface Constraint {
  table: string
  name: string
  columns: string[]
  /** The table whose rows a foreign key keeps from being deleted. */
  holds: string | null
}

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`
const FILES = `
  select c.oid::regclass::text as table, pg_relation_filenode(c.oid)::text as file
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS} order by 1`
/** Without NOT NULL, which PostgreSQL lists among them from 18 on, and which is compared as a part of the column. */
const CONSTRAINTS = `
  select conrelid::regclass::text as table, conname as name,
    case when contype = 'f' and confdeltype in ('a', 'r') then confrelid::regclass::text end as holds,
    array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace
  where conrelid <> 0 and contype <> 'n' and ${OURS} order by 1, 2`

/** What tells two objects of a kind apart, and what of them may change. */
const KINDS: Record<string, { key: string[]; free?: string[] }> = {
  schemas: { key: ['nspname'] },
  extensions: { key: ['extname'], free: ['extversion'] },
  relations: { key: ['nspname', 'relname'], free: ['reloptions'] },
  columns: { key: ['nspname', 'relname', 'attname'] },
  constraints: { key: ['conrelid', 'conname'] },
  indexes: { key: ['schemaname', 'tablename', 'indexname'] },
  views: { key: ['schemaname', 'viewname'] },
  sequences: { key: ['schemaname', 'sequencename'], free: ['last_value'] },
  functions: { key: ['oid'] },
  triggers: { key: ['tgrelid', 'tgname'] }
}

export async function schemaOf(db: Knex): Promise<Schema> {
  const rowsOf = async <Result>(query: string) => (await db.raw<{ rows: Result[] }>(query)).rows
  return {
    catalog: (await catalogOf(db)) as Record<string, Row[]>,
    files: await rowsOf(FILES),
    constraints: await rowsOf(CONSTRAINTS)
  }
}

/** What of a change disturbs servers of the version before, which go on beside it. Empty for one that expands only. */
export function contractions(before: Schema, after: Schema): string[] {
  return [
    ...Object.keys(KINDS).flatMap((kind) => lostOrChanged(kind, before, after)),
    ...requiredColumns(before, after),
    ...stricterConstraints(before, after),
    ...stricterIndexes(before, after),
    ...writtenAnew(before, after),
    ...lostRows(before, after)
  ]
}

function lostOrChanged(kind: string, before: Schema, after: Schema): string[] {
  const { key, free = [] } = KINDS[kind]!
  const now = new Map(after.catalog[kind]!.map((row) => [keyOf(row, key), row]))
  const gained = gainedColumns(before, after)
  return before.catalog[kind]!.flatMap((row) => {
    const name = keyOf(row, key)
    const found = now.get(name)
    if (found === undefined) return [`${kind}: ${name} is gone`]
    // A view is replaced to gain a column; one that is replaced for something else has another meaning.
    if (kind === 'views' && gained.has(name)) return []
    return textOf(row, free) === textOf(found, free) ? [] : [`${kind}: ${name} is another`]
  })
}

/** Columns that `insert` of the version before leaves out. */
function requiredColumns(before: Schema, after: Schema): string[] {
  const gained = gainedColumns(before, after)
  return after.catalog.columns!.flatMap((row) => {
    const isGained = gained.get(keyOf(row, KINDS.relations!.key))?.includes(String(row.attname)) ?? false
    const isFilled = row.default !== null || row.attidentity !== '' || row.attgenerated !== ''
    return isGained && row.attnotnull === true && !isFilled
      ? [`columns: ${keyOf(row, KINDS.columns!.key)} has no default`]
      : []
  })
}

/** New ones about columns that were there, and those that keep rows of a table that was there from being deleted. */
function stricterConstraints(before: Schema, after: Schema): string[] {
  const [tables, gained] = [tablesOf(before), gainedColumns(before, after)]
  const known = new Set(before.constraints.map(({ table, name }) => `${table}.${name}`))
  return after.constraints.flatMap(({ table, name, columns, holds }) => {
    const isAboutNew = columns.every((column) => gained.get(table)?.includes(column))
    const isStricter = (tables.has(table) && !isAboutNew) || (holds !== null && holds !== table && tables.has(holds))
    return isStricter && !known.has(`${table}.${name}`) ? [`constraints: ${table}.${name} is stricter`] : []
  })
}

/** New unique indexes of tables that were there; those of constraints are judged as such. */
function stricterIndexes(before: Schema, after: Schema): string[] {
  const tables = tablesOf(before)
  const indexes = KINDS.indexes!.key
  const known = new Set([
    ...before.catalog.indexes!.map((row) => keyOf(row, indexes)),
    ...after.constraints.map(({ table, name }) => `${table}.${name}`)
  ])
  return after.catalog.indexes!.flatMap((row) => {
    const name = keyOf(row, indexes)
    const isStricter = String(row.indexdef).startsWith('CREATE UNIQUE') && tables.has(keyOf(row, indexes.slice(0, 2)))
    return isStricter && !known.has(name) ? [`indexes: ${name} is stricter`] : []
  })
}

function writtenAnew(before: Schema, after: Schema): string[] {
  const files = new Map(after.files.map(({ table, file }) => [table, file]))
  return before.files.flatMap(({ table, file }) =>
    files.has(table) && files.get(table) !== file ? [`relations: ${table} is written anew`] : []
  )
}

/** Rows that migrations of before have put in. */
function lostRows(before: Schema, after: Schema): string[] {
  const kinds = Object.keys(before.catalog).filter((kind) => kind.startsWith('rows of ') && after.catalog[kind])
  return kinds
    .filter((kind) => !before.catalog[kind]!.every((row) => isThere(row, after.catalog[kind]!)))
    .map((kind) => `${kind} are others`)
}

function isThere(row: Row, rows: Row[]): boolean {
  const texts = Object.entries(row).map(([column, value]) => [column, JSON.stringify(value)] as const)
  return rows.some((one) => texts.every(([column, text]) => JSON.stringify(one[column]) === text))
}

/** The new columns of tables and views that were there, by their name. */
function gainedColumns(before: Schema, after: Schema): Map<string, string[]> {
  const [tables, key] = [tablesOf(before), KINDS.columns!.key]
  const known = new Set(before.catalog.columns!.map((row) => keyOf(row, key)))
  const gained = new Map<string, string[]>()
  for (const row of after.catalog.columns!) {
    const table = keyOf(row, KINDS.relations!.key)
    if (!tables.has(table) || known.has(keyOf(row, key))) continue
    gained.set(table, [...(gained.get(table) ?? []), String(row.attname)])
  }
  return gained
}

function tablesOf({ catalog }: Schema): Set<string> {
  return new Set(catalog.relations!.map((row) => keyOf(row, KINDS.relations!.key)))
}

function keyOf(row: Row, key: string[]): string {
  return key.map((column) => String(row[column])).join('.')
}

function textOf(row: Row, free: string[]): string {
  return JSON.stringify(Object.entries(row).filter(([column]) => !free.includes(column)))
}
