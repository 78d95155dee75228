import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { accountGroups } from '../../src/accounts/counts.js'
import { countedPage, isCounted } from '../../src/accounts/listing/counted.js'
import { searchPage } from '../../src/accounts/search/search.js'
import { readConfig } from '../../src/config/config.js'
import { connect, type Database } from '../../src/database/connection/connect.js'
import type { MigrationName } from '../../src/database/migrations/index.js'
import { migrateOnce, undoMigration } from '../../src/database/migrations/migrate.js'
import { julongRealm } from '../../src/realms/julong.js'
import type { Realm } from '../../src/realms/realm.js'
import { tmsRealm } from '../../src/realms/tms.js'
import { userLoginRealm } from '../../src/realms/user-login.js'
import { wasteSortingRealm } from '../../src/realms/waste-sorting.js'
import { countTasks } from '../../src/tasks/count.js'
import { findPage } from '../../src/tasks/page.js'
import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { migrateUntil } from '../support/earlier-schema.js'
import { LAST_ID, leaveIds } from '../support/last-ids.js'

const NAME: MigrationName = '0020-ids.needs-0020'
/** More than a block of ids. */
const ROWS = 4_500
const REALMS: Realm[] = [tmsRealm, julongRealm, wasteSortingRealm, userLoginRealm]
const COUNTED = REALMS.filter(isCounted)
/** A third of the accounts of `fill` is removed. */
const LEFT = 3_000

describe('a database from before ids had 64 bits', () => {
  let place: TestDatabase
  let database: Database
  let db: Knex
  before(async () => {
    place = await emptyDatabase()
    database = await connect(readConfig(place.env))
    await database.withoutTimeouts(async (patient) => {
      await migrateUntil(patient, NAME)
      await fill(patient, 'a', ROWS)
      const rows = await rowsOf(patient)
      assert.deepEqual(await migrateOnce(patient), [NAME])
      assert.deepEqual(await rowsOf(patient), rows)
    })
    db = database.db
  })
  after(async () => {
    await database.close()
    await place.remove()
  })

  it('keeps its rows, pages, totals, groups and searches', () => assertCounted(LEFT, ROWS, 2))

  it('counts, searches and links what comes after the upgrade, with the last ids too', async () => {
    for (const { table } of COUNTED) await leaveIds(db, table, 3)
    for (const table of ['tms.tasks', 'user_login.user_info']) await leaveIds(db, table, 3)
    await leaveIds(db, 'julong.roles', 1)
    await fill(db, 'b', 3)
    await assertCounted(LEFT + 2, ROWS + 3, 2)
    for (const realm of COUNTED) {
      const { rows } = await countedPage(db, realm, { page: LEFT + 2, size: 1 })
      assert.deepEqual(
        rows.map(({ id }) => id),
        [LAST_ID - 1],
        realm.name
      )
    }
    const found = await searchPage(db, julongRealm, 'b2', { page: 1, size: 5 })
    assert.deepEqual([found.total, found.rows[0]?.id, found.rows[0]?.role_id], [1, LAST_ID - 1, LAST_ID])
    await assert.rejects(db('tms.tasks').where({ id: LAST_ID }).update({ publisher_id: 77_777 }), { code: '23503' })
    await assert.rejects(fill(db, 'c', 1), { code: '2200H' })
    await db('julong.roles').where({ id: LAST_ID }).del()
    assert.equal((await searchPage(db, julongRealm, 'b2', { page: 1, size: 5 })).rows[0]?.role_id, -1)
  })

  it('cannot go back while there are such ids, and says so; then it keeps its rows', async () => {
    await database.withoutTimeouts(async (patient) => {
      await assert.rejects(undoMigration(patient, NAME), { message: /^\w+\.\w+ has had an id above 2147483647, / })
      await removeLast(patient)
      const rows = await rowsOf(patient)
      await undoMigration(patient, NAME)
      assert.deepEqual(await rowsOf(patient), rows)
      await fill(patient, 'd', 3)
      assert.deepEqual(await migrateOnce(patient), [NAME])
    })
    await assertCounted(LEFT + 2, ROWS + 3, 2)
  })

  async function assertCounted(accounts: number, tasks: number, roles: number): Promise<void> {
    for (const realm of COUNTED) {
      const { total, rows } = await countedPage(db, realm, { page: 590, size: 5 })
      assert.deepEqual([total, rows.length], [accounts, 5], realm.name)
      const ids = await db(realm.accounts).orderBy('id').offset(2945).limit(5).pluck('id')
      assert.deepEqual(
        rows.map(({ id }) => id),
        ids,
        realm.name
      )
    }
    const page = await findPage(db, {}, { page: 590, size: 5 })
    assert.deepEqual([page.total, page.tasks.length], [tasks, 5])
    const [todo] = await countTasks(db, 'status', {})
    assert.equal(todo?.tasks, tasks)
    const groups = (await accountGroups(db, julongRealm)).filter((group) => group.accounts > 0)
    assert.equal(
      groups.reduce((sum, group) => sum + group.accounts, 0),
      accounts
    )
    assert.equal((await searchPage(db, julongRealm, '@example.com', { page: 1, size: 1 })).total, accounts)
    assert.ok(groups.length <= roles)
  }
})

/** Accounts of all realms that are counted, every third removed; a role of julong for them, and tasks. */
async function fill(db: Knex, prefix: string, rows: number): Promise<void> {
  const columns = (name: string) => `${name}, canonical_name, removed_at`
  const values = `'${prefix}' || i, '${prefix}' || i, case when i % 3 = 0 then now() end`
  const from = `from generate_series(1, ${rows}) i`
  await db.raw(`
    insert into julong.roles (name) values ('${prefix}');
    insert into tms.users (${columns('username')}, password_hash) select ${values}, '' ${from};
    insert into julong.users (${columns('username')}, password_hash, email, role_id)
      select ${values}, '', i || '@example.com', (select max(id) from julong.roles) ${from};
    insert into waste_sorting.users (${columns('username')}, password_hash) select ${values}, '' ${from};
    insert into user_login.users (${columns('email')}, hashed_password) select ${values}, '' ${from};
    insert into user_login.user_info (user_id, first_name, last_name, phone_number)
      select id, 'a', 'b', '1' from user_login.users where email like '${prefix}%';
    insert into tms.tasks (description, publisher_id, assignee_id)
      select 'x', max(id), min(id) from tms.users, generate_series(1, ${rows}) i group by i;
  `)
}

/** Rows and sequences as they were before the last ids were used. */
async function removeLast(db: Knex): Promise<void> {
  for (const table of ['tms.tasks', 'user_login.user_info', 'julong.roles', ...COUNTED.map(({ table: one }) => one)]) {
    await db(table)
      .where('id', '>', 2 ** 31)
      .del()
    await db.raw(`alter table ${table} alter id restart with ${2 * ROWS}`)
  }
  for (const counts of ['quintet.account_counts', 'tms.task_counts']) await db(counts).where('block', '>', 10).del()
  await db('quintet.account_groups')
    .where('role_id', '>', 2 ** 31)
    .del()
}

const TABLES = ['julong.roles', 'julong.search_texts', 'user_login.user_info', 'tms.tasks', 'quintet.account_counts']

/** All rows with ids, as text. */
async function rowsOf(db: Knex): Promise<string[][]> {
  const read = async (table: string): Promise<string[]> => {
    const { rows } = await db.raw<{ rows: { row: string }[] }>(
      `select to_jsonb(t)::text as row from ${table} t order by 1`
    )
    return rows.map(({ row }) => row)
  }
  const all: string[][] = []
  for (const table of [...TABLES, ...COUNTED.map(({ table: one }) => one)]) all.push(await read(table))
  return all
}
