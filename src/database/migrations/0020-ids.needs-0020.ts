import type { Knex } from 'knex'
import { COUNTED, createCountAccounts, createCountChanged, createCountTasks } from './0007-counts.js'
import { createKeepSearchText } from './0008-search.js'
import type { IdType } from './account-columns.js'
import { createIdViews, idViews } from './id-views.js'

/** The columns that hold ids which the database counts, or blocks of these, by table. */
const COLUMNS: Record<string, string[]> = {
  'tms.users': ['id'],
  'tms.tasks': ['id', 'publisher_id', 'assignee_id'],
  'tms.task_counts': ['block'],
  'julong.roles': ['id'],
  'julong.role_rights': ['role_id'],
  'julong.users': ['id', 'role_id'],
  'julong.search_texts': ['id'],
  'waste_sorting.users': ['id'],
  'user_login.users': ['id'],
  'user_login.user_info': ['id', 'user_id'],
  'quintet.account_counts': ['block'],
  'quintet.account_groups': ['role_id']
}

const IDENTITIES = [
  'tms.users',
  'tms.tasks',
  'julong.roles',
  'julong.users',
  'waste_sorting.users',
  'user_login.users',
  'user_login.user_info'
]

/** They are dropped meanwhile, so that each is checked once, when both of its tables are written. */
const FOREIGN_KEYS: [table: string, column: string, references: string][] = [
  ['tms.tasks', 'publisher_id', 'tms.users'],
  ['tms.tasks', 'assignee_id', 'tms.users'],
  ['julong.role_rights', 'role_id', 'julong.roles on delete cascade'],
  ['julong.users', 'role_id', 'julong.roles on delete set default'],
  ['user_login.user_info', 'user_id', 'user_login.users on delete cascade']
]

const MOST: Record<IdType, number> = { integer: 2_147_483_647, bigint: Number.MAX_SAFE_INTEGER }

/** Ids of 64 bits, none of them above the largest integer of JavaScript. Writes each table with ids anew. */
export async function widenIds(db: Knex): Promise<void> {
  await changeIds(db, 'bigint')
}

/** Throws where an id does not fit 32 bits. */
export async function narrowIds(db: Knex): Promise<void> {
  await lockAll(db)
  await refuseWideIds(db)
  await changeIds(db, 'integer')
}

async function changeIds(db: Knex, id: IdType): Promise<void> {
  await lockAll(db)
  await dropDependent(db)
  if (id === 'integer') await limitIdentities(db, id)
  for (const [table, columns] of Object.entries(COLUMNS)) {
    await db.raw(`alter table ${table} ${columns.map((column) => `alter ${column} type ${id}`).join(', ')}`)
  }
  if (id === 'bigint') await limitIdentities(db, id)
  await createDependent(db, id)
}

/** Views first, then their tables, as requests lock them. */
async function lockAll(db: Knex): Promise<void> {
  const relations = [...Object.keys(idViews('bigint')), ...Object.keys(COLUMNS)]
  await db.raw(`lock table ${relations.join(', ')} in access exclusive mode`)
}

/** Of rows that there are, and of those that sequences have counted. */
async function refuseWideIds(db: Knex): Promise<void> {
  const stored = Object.entries(COLUMNS).flatMap(([table, columns]) =>
    columns.map((column) => `select '${table}' as name, (select max(${column}) from ${table}) as id`)
  )
  const counted = IDENTITIES.map(
    (table) => `select '${table}', pg_sequence_last_value(pg_get_serial_sequence('${table}', 'id')::regclass)`
  )
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select name from (${[...stored, ...counted].join(' union all ')}) highest where id > ${MOST.integer}`
  )
  const [found] = rows
  if (found !== undefined)
    throw new Error(`${found.name} has had an id above ${MOST.integer}, which 32 bits do not hold`)
}

async function dropDependent(db: Knex): Promise<void> {
  await db.raw(`
    drop view ${Object.keys(idViews('bigint')).join(', ')};
    ${Object.values(COUNTED)
      .map((table) => `drop trigger count_changed on ${table};`)
      .join('\n')}
    drop trigger keep_search_text on julong.users;
    drop function quintet.count_accounts, tms.count_tasks;
    ${FOREIGN_KEYS.map(([table, column]) => `alter table ${table} drop constraint ${nameOf(table, column)};`).join('\n')}
  `)
}

async function createDependent(db: Knex, id: IdType): Promise<void> {
  await db.raw(`
    ${FOREIGN_KEYS.map(
      ([table, column, target]) =>
        `alter table ${table} add constraint ${nameOf(table, column)} foreign key (${column}) references ${target};`
    ).join('\n')}
    ${createCountAccounts(id)}
    ${createCountTasks(id)}
    ${Object.entries(COUNTED)
      .map(([realm, table]) => createCountChanged(realm, table))
      .join('\n')}
    ${createKeepSearchText('julong', 'julong.users', 'username')}
    ${createIdViews(id)}
  `)
}

/** As PostgreSQL names a foreign key. */
function nameOf(table: string, column: string): string {
  return `${table.split('.')[1]}_${column}_fkey`
}

async function limitIdentities(db: Knex, id: IdType): Promise<void> {
  for (const table of IDENTITIES) await db.raw(`alter table ${table} alter id set maxvalue ${MOST[id]}`)
}
