import type { Knex } from 'knex'
import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'

/** While `work` runs, every transaction that changed accounts, roles, revoked tokens or second factors fails at its very end. */
export async function withFailingCommits<Result>(
  db: Knex,
  api: RealmName,
  work: () => Promise<Result>
): Promise<Result> {
  const { table, roles } = realmNamed(api)
  const tables = [table, 'quintet.revoked_tokens', 'quintet.second_factors']
  if (roles !== undefined && 'table' in roles) tables.push(roles.table)
  if (api === 'julong') tables.push('julong.role_rights')
  await db.raw(`create or replace function fail_commit() returns trigger language plpgsql as
    $$ begin raise exception 'failed at its very end'; end $$`)
  for (const table of tables) {
    await db.raw(`create constraint trigger fail_commit after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function fail_commit()`)
  }
  try {
    return await work()
  } finally {
    for (const table of tables) await db.raw(`drop trigger fail_commit on ${table}`)
  }
}
