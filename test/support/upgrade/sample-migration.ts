import type { Knex } from 'knex'

const TABLES = ['tms.users', 'julong.users', 'waste_sorting.users', 'user_login.users', 'back_office.admins']
const VIEWS = ['tms', 'julong', 'waste_sorting', 'user_login', 'back_office'].map((schema) => `${schema}.callers`)

/** What a release may add: a column of each table of accounts, of each view that every request reads, a table, an index. */
export async function up(db: Knex): Promise<void> {
  await lock(db)
  await db.raw('create table quintet.samples (view text primary key, definition text not null)')
  for (const table of TABLES) await db.raw(`alter table ${table} add column sample boolean not null default false`)
  for (const view of VIEWS) {
    const { rows } = await db.raw<{ rows: [{ text: string }] }>(`select pg_get_viewdef('${view}') as text`)
    const definition = rows[0].text.replace(/;\s*$/, '')
    await db.raw('insert into quintet.samples values (?, ?)', [view, definition])
    await db.raw(`create or replace view ${view} as select found.*, false as sample from (${definition}) found`)
  }
  await db.raw('create index sessions_sample on quintet.sessions (renewed_at)')
}

export async function down(db: Knex): Promise<void> {
  await lock(db)
  const views: { view: string; definition: string }[] = await db('quintet.samples')
  for (const { view, definition } of views) await db.raw(`drop view ${view}; create view ${view} as ${definition}`)
  for (const table of TABLES) await db.raw(`alter table ${table} drop column sample`)
  await db.raw('drop table quintet.samples; drop index quintet.sessions_sample')
}

/** Views with the tables that they read, in the order in which requests lock them. */
async function lock(db: Knex): Promise<void> {
  await db.raw(`lock table ${VIEWS.join()} in access exclusive mode`)
}
