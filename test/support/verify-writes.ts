import type { Knex } from 'knex'
import type { Config } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import type { WriteLog, Verification } from './write-log.js'

/** Changes of an account, each of which counts its `version` up by one. */
const CHANGES = [
  'account-update',
  'account-disable',
  'account-enable',
  'account-role',
  'password-change',
  'password-set',
  'password-reset'
]
const SCHEMAS: Record<string, string> = { tms: 'tms', 'waste-sorting': 'waste_sorting' }

/** Compares what a load was promised with the database, and throws unless all of it is there, once, and wholly. */
export async function verifyWrites(
  store: Pick<Config, 'databaseUrl' | 'dataDir'>,
  writeLog: WriteLog
): Promise<Verification> {
  const settings = {
    ...store,
    databaseSchema: 'postgresql' as const,
    databaseReadUrl: undefined,
    databasePool: 1,
    namedStatements: true
  }
  const database = await connect(settings)
  try {
    return await database.withoutTimeouts((db) => compare(db, writeLog))
  } finally {
    await database.close()
  }
}

async function compare(db: Knex, writeLog: WriteLog): Promise<Verification> {
  const result = writeLog.compare(await findWrites(db))
  const half = await findHalfDone(db)
  const { lost, doubled, unknown } = result
  if (lost.length + doubled.length + unknown.length + half.length > 0)
    throw new Error(`wrong after the load: ${JSON.stringify({ lost, doubled, unknown, half }, undefined, 1)}`)
  return result
}

async function findWrites(db: Knex): Promise<[key: string, value: string][]> {
  const { rows } = await db.raw(`
    select 'account tms ' || username as key, 'made' as value from tms.users where username like 'load-%'
    union all
    select 'account waste_sorting ' || username, 'made' from waste_sorting.users where username like 'load-%'
    union all
    select 'nickname ' || username, nickname from tms.users where username ~ '^load-[0-9]+$'
    union all
    select 'status ' || username, disabled::integer::text from waste_sorting.users where username ~ '^load-[0-9]+$'
    union all
    select 'task ' || description, detail from tms.tasks where description like 'load-%'
    union all
    select 'logout ' || jti, 'revoked' from quintet.revoked_tokens`)
  return (rows as { key: string; value: string }[]).map(({ key, value }) => [key, value])
}

/** Changes without their entry in the audit trail, and entries without their change. */
async function findHalfDone(db: Knex): Promise<string[]> {
  const found: string[] = []
  for (const [realm, schema] of Object.entries(SCHEMAS)) {
    const { rows } = await db.raw(
      `with entries as (
        select target_id::integer as id, count(*) filter (where action = 'account-create') as made,
          count(*) filter (where action = any (?)) as changed
        from audit.events where realm = ? and result = 'done' and target_id is not null group by target_id
      )
      select coalesce(u.id, e.id) as id, u.username, u.version, e.made, e.changed
      from ${schema}.users u full join entries e on e.id = u.id
      where u.id is null or coalesce(e.made, 0) <> 1 or coalesce(e.changed, 0) <> u.version`,
      [CHANGES, realm]
    )
    found.push(...(rows as unknown[]).map((row) => `${realm}: ${JSON.stringify(row)}`))
  }
  const { rows } = await db.raw(`
    select (select count(*) from quintet.revoked_tokens) as revoked,
      (select count(*) from audit.events where action = 'logout') as logouts`)
  const [{ revoked, logouts }] = rows as [{ revoked: number; logouts: number }]
  if (revoked !== logouts) found.push(`${revoked} tokens revoked, ${logouts} logouts in the audit trail`)
  return found
}
