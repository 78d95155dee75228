import type { Knex } from 'knex'
import { tmsRealm, type TmsAccount } from '../../src/realms/tms.js'
import { readConfig } from '../../src/config/config.js'
import { createLog } from '../../src/server/log.js'
import { openContext } from '../../src/server/start.js'
import { deriveKeys } from '../../src/tokens/keys.js'
import { signToken } from '../../src/tokens/token.js'

/** Accounts, `user1`, `user2` …; tasks of some 30 kB, of the type `long`, with the lowest ids; and short ones. */
export const ACCOUNTS = 200_000
export const LONG_TASKS = 2_000
export const SHORT_TASKS = 500_000

const SECRET = 'a secret of the tests and of nothing else'

export const SERVER_ENV = {
  APIS: 'tms',
  TOKEN_SECRET: SECRET,
  TRUSTED_PROXIES: '1',
  NODE_OPTIONS: '--max-old-space-size=512'
}

/** Migrates and fills a database, which no server may have open: that of the address, or the embedded one in the folder. */
export async function seedLongLists(env: Record<string, string>): Promise<void> {
  const context = await openContext(readConfig(env), { log: createLog('silent'), announce: () => {} })
  try {
    await context.database.withoutTimeouts(seed)
  } finally {
    await context.close()
  }
}

async function seed(db: Knex): Promise<void> {
  await db.raw(
    `insert into tms.users (username, canonical_name, password_hash, nickname, telephone)
     select 'user' || n, 'user' || n, '-', '会飞的猪' || n, (13425636267 + n)::text from generate_series(1, ?::integer) n`,
    [ACCOUNTS]
  )
  const tasks = `insert into tms.tasks (description, detail, type, publisher_id)
    select '整理六月的会议纪要 ' || n, repeat('中', ?::integer), ?, 1 from generate_series(1, ?::integer) n`
  await db.raw(tasks, [10_000, 'long', LONG_TASKS])
  await db.raw(tasks, [10, '', SHORT_TASKS])
  await db.raw('vacuum analyze tms.users')
  await db.raw('vacuum analyze tms.tasks')
}

/** A token of the account with this id, from 1. */
export function tokenOf(id: number): string {
  const account = { id, name: `user${id}`, generation: 0 } as TmsAccount
  return signToken(tmsRealm, deriveKeys(tmsRealm.name, SECRET), account)
}
