import { randomInt } from 'node:crypto'
import type { Knex } from 'knex'
import { migrate } from '../migrations/migrate.js'
import { schemaOf } from '../schema/schema.js'
import { SHARED_SCHEMA } from '../migrations/shared-schema.js'
import { makeSamePartitions, withPartitions } from './partitions.js'
import { copyRows } from './rows.js'
import { copySequence } from './sequences.js'
import { sumOf, type Sum } from './sums.js'
import { findTables, inOrder, type Table } from './tables.js'

export interface Compared {
  table: string
  source: Sum
  target: Sum
}

/** Called after each batch of rows, with those that are copied and all that the source has. */
export type Progress = (table: string, rows: number, total: number) => void

/** The message is for the operator; `compared` holds what was compared, where a table differs. */
export class CopyError extends Error {
  override readonly name = 'CopyError'

  constructor(
    message: string,
    readonly compared: Compared[] = []
  ) {
    super(message)
  }
}

const NOT_BACK = 'nothing copies from the portable schema to the other: export and import the accounts'
const NOT_EMPTY = 'the target holds a Quintet database already; create an empty database and copy to that'
const MAX_KEY = 2 ** 31

/**
 * Copies everything to an empty database: schema, rows and the next numbers of sequences. All of it is one transaction of
 * the target, on one snapshot of the source, and is kept only when every table has the same rows on both sides. Returns
 * what was compared. The schema of either may be the portable one, but not that of the source alone. Throws `CopyError` then,
 * when the target is not empty or is the source, or when a table differs.
 */
export async function copyDatabase(source: Knex, target: Knex, onProgress: Progress): Promise<Compared[]> {
  if (schemaOf(target).hasMonths && !schemaOf(source).hasMonths) throw new CopyError(NOT_BACK)
  return source.transaction(async (from) => {
    await from.raw('set transaction isolation level repeatable read, read only')
    return target.transaction((to) => copyAll(from, to, onProgress))
  })
}

async function copyAll(from: Knex.Transaction, to: Knex.Transaction, onProgress: Progress): Promise<Compared[]> {
  await withoutLimits(from)
  await withoutLimits(to)
  await refuseItself(from, to)
  const tables = await makeTables(from, to)
  const relations = await withPartitions(to, tables)
  for (const relation of relations) await to.raw(`alter table ${relation} disable trigger user`)
  await to.raw(`truncate ${namesOf(tables)}`)
  const compared: Compared[] = []
  for (const table of tables) compared.push(await copyTable(from, to, table, onProgress))
  if (compared.some(differs)) throw new CopyError('the tables differ; nothing was kept', compared)
  for (const relation of relations) await to.raw(`alter table ${relation} enable trigger user`)
  await to.raw(`analyze ${namesOf(tables)}`)
  return compared
}

async function withoutLimits(transaction: Knex.Transaction): Promise<void> {
  for (const limit of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) {
    await transaction.raw(`set local ${limit} = 0`)
  }
}

function namesOf(tables: Table[]): string {
  return tables.map(({ name }) => name).join(', ')
}

export function differs({ source, target }: Compared): boolean {
  return source.rows !== target.rows || source.sum !== target.sum
}

/** Nobody else takes this lock, so that it is taken only where the other session is in the same database. */
async function refuseItself(source: Knex, target: Knex): Promise<void> {
  const key = [randomInt(MAX_KEY), randomInt(MAX_KEY)]
  await source.raw('select pg_advisory_xact_lock(?, ?)', key)
  const { rows } = await target.raw<{ rows: [{ free: boolean }] }>(
    'select pg_try_advisory_xact_lock(?, ?) as free',
    key
  )
  if (!rows[0].free) throw new CopyError('the target is the database that is to be copied')
}

/** Migrates the target. Returns the tables that this made, in the order in which they can be filled. */
async function makeTables(source: Knex, target: Knex.Transaction): Promise<Table[]> {
  if (await isMade(target)) throw new CopyError(NOT_EMPTY)
  const before = new Set((await findTables(target)).map(({ name }) => name))
  await migrate(target)
  const tables = (await findTables(target)).filter(({ name }) => !before.has(name))
  if (schemaOf(target).hasMonths) await makeSamePartitions(source, target, tables)
  return inOrder(tables)
}

async function isMade(target: Knex): Promise<boolean> {
  const { rows } = await target.raw<{ rows: [{ made: boolean }] }>(
    `select to_regnamespace('${SHARED_SCHEMA}') is not null as made`
  )
  return rows[0].made
}

async function copyTable(
  from: Knex.Transaction,
  to: Knex.Transaction,
  table: Table,
  onProgress: Progress
): Promise<Compared> {
  const source = await sumOf(from, table)
  let count = 0
  await copyRows(from, to, table, (rows) => {
    count += rows
    onProgress(table.name, count, source.rows)
  })
  for (const sequence of table.sequences) await copySequence(from, to, sequence)
  return { table: table.name, source, target: await sumOf(to, table) }
}
