import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { migrations } from '../../src/database/migrations/index.js'
import { migrateOnce, undoMigration } from '../../src/database/migrations/migrate.js'
import { databaseWithoutAccounts, emptyDatabase, removeOwnTemplate } from '../support/database.js'
import { contractions, schemaOf, type Schema } from './expansion.js'
import { onDatabase } from './on-database.js'

/** The last migration that the rule of docs/migrations.md does not bind. */
const LAST_FREE = '0017-second-factor'
/** What a migration changes without a server of the version before noticing, and why it does not. */
const JUDGED: Record<string, Record<string, string>> = {}

/** Statements, and what of them is found. */
const CONTRACTING: [sql: string, found: string[]][] = [
  ['drop table tms.task_groups', ['relations: tms.task_groups is gone']],
  ['alter table quintet.sessions rename to logins', ['relations: quintet.sessions is gone']],
  ['alter table tms.users drop column nickname cascade', ['columns: tms.users.nickname is gone']],
  ['alter table quintet.sessions rename column address to ip', ['columns: quintet.sessions.address is gone']],
  ['alter table quintet.sessions alter address type varchar(45)', ['columns: quintet.sessions.address is another']],
  ['alter table quintet.sessions alter address set not null', ['columns: quintet.sessions.address is another']],
  ['alter table tms.users alter disabled drop default', ['columns: tms.users.disabled is another']],
  ['alter table tms.users add sample text not null', ['columns: tms.users.sample has no default']],
  ["alter table tms.users add check (username <> '')", ['constraints: tms.users.users_username_check is stricter']],
  ['create unique index twice on quintet.sessions (jti)', ['indexes: quintet.sessions.twice is stricter']],
  ['drop index quintet.sessions_account', ['indexes: quintet.sessions.sessions_account is gone']],
  [
    'create table quintet.samples (id uuid references quintet.sessions)',
    ['constraints: quintet.samples.samples_id_fkey is stricter']
  ],
  [
    'alter table quintet.sessions add sample float not null default random()',
    ['relations: quintet.sessions is written anew']
  ],
  [
    "create or replace function quintet.points_from(points integer) returns integer language sql immutable as 'select 0'",
    ['functions: quintet.points_from(integer) is another']
  ],
  ['drop trigger group_new on tms.tasks', ['triggers: tms.tasks.group_new is gone']],
  [
    `do $$ begin execute
      'create or replace view julong.callers as select * from (' || rtrim(pg_get_viewdef('julong.callers'), ';') || ') v where id > 0';
    end $$`,
    ['views: julong.callers is another']
  ],
  ["update julong.rights set name = 'x' where id = 165", ['rows of julong.rights are others']]
]

/** Statements that servers of the version before do not notice. */
const EXPANDING = [
  'create table quintet.samples (id uuid references quintet.sessions on delete cascade)',
  'alter table tms.users add sample text',
  'alter table tms.users add sample boolean not null default false',
  'alter table tms.users add sample integer check (sample > 0)',
  'create index sample on quintet.sessions (jti)',
  "insert into julong.rights (id, pid, level, name, path, sort, code) values (999, 110, 2, 'x', 'x', 9, 'x')",
  `do $$ begin execute
    'create or replace view julong.callers as select *, 1 as one from (' || rtrim(pg_get_viewdef('julong.callers'), ';') || ') v';
  end $$`
]

describe('migrations', () => {
  after(removeOwnTemplate)

  it('leave what the version before uses, or name the servers that they need, and are undone without a trace', async () => {
    await onDatabase(emptyDatabase(), async (db) => {
      const names = Object.keys(migrations)
      const free = names.indexOf(LAST_FREE) + 1
      for (let applied = 0; applied < free; applied += 1) await migrateOnce(db)
      for (const name of names.slice(free)) await checkNext(db, name)
    })
  })

  it('that disturb the version before are found out, and no others', async () => {
    await onDatabase(databaseWithoutAccounts(), async (db) => {
      for (const [sql, found] of CONTRACTING) {
        const all = await judge(db, sql)
        assert.deepEqual(
          found.filter((one) => !all.includes(one)),
          [],
          `${sql}\n${all.join('\n')}`
        )
      }
      for (const sql of EXPANDING) assert.deepEqual(await judge(db, sql), [], sql)
    })
  })
})

async function checkNext(db: Knex, name: string): Promise<void> {
  const before = await schemaOf(db)
  assert.deepEqual(await migrateOnce(db), [name])
  const after = await schemaOf(db)
  const found = contractions(before, after).filter((one) => JUDGED[name]?.[one] === undefined)
  if (!/\.needs-\d{4}$/.test(name)) assert.deepEqual(found, [], `${name}: see docs/migrations.md`)

  await undoMigration(db, name)
  assert.deepEqual(shapeOf(await schemaOf(db)), shapeOf(before), `${name} undone`)
  await migrateOnce(db)
  assert.deepEqual(shapeOf(await schemaOf(db)), shapeOf(after), `${name} applied again`)
}

/** A column that is dropped and made again has another place, by which nothing reads it. */
function shapeOf({ catalog }: Schema): Record<string, unknown[]> {
  const columns = catalog.columns!.map(({ attnum: _, ...column }) => JSON.stringify(column))
  return { ...catalog, columns: columns.sort() }
}

/** What the statement contracts; it is rolled back. */
async function judge(db: Knex, sql: string): Promise<string[]> {
  const transaction = await db.transaction()
  try {
    const before = await schemaOf(transaction)
    await transaction.raw(sql)
    return contractions(before, await schemaOf(transaction))
  } finally {
    await transaction.rollback()
  }
}
