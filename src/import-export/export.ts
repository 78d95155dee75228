import type { Knex } from 'knex'
import type { AccountRow, Realm } from '../realms/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import { record } from '../audit/record.js'
import { storedColumns, type TransferredAccount } from './columns.js'

const BATCH = 1_000

type Row = AccountRow & { stored_hash: string; role_name?: string } & Record<string, unknown>

/** Every account with its hash, by id, in batches, after an entry in the audit trail. */
export async function* exportAccounts(context: RealmContext): AsyncGenerator<TransferredAccount[]> {
  const { db, realm } = context
  const [{ accounts } = { accounts: 0 }] = await db(realm.accounts).count({ accounts: '*' })
  await record(db, context, { action: 'account-export', detail: { accounts: Number(accounts) } })
  let after: Row['id'] | undefined
  for (;;) {
    const rows = await rowsAfter(db, realm, after)
    if (rows.length > 0) yield rows.map((row) => toAccount(realm, row))
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id
  }
}

/** How many accounts have a second factor enabled, which no file has. */
export async function countSecondFactors({ db, realm }: RealmContext): Promise<number> {
  if (realm.secondFactor === undefined) return 0
  const [{ found } = { found: 0 }] = await db(realm.table)
    .where({ second_factor: true })
    .whereIn('id', db(realm.accounts).select('id'))
    .count({ found: '*' })
  return Number(found)
}

async function rowsAfter(db: Knex, realm: Realm, after: Row['id'] | undefined): Promise<Row[]> {
  const query = db({ account: realm.accounts })
    .join({ stored: realm.table }, 'stored.id', 'account.id')
    .orderBy('account.id')
    .limit(BATCH)
    .select('account.*', { stored_hash: `stored.${realm.columns.passwordHash}` })
  return (await (after === undefined ? query : query.where('account.id', '>', after))) as Row[]
}

function toAccount(realm: Realm, row: Row): TransferredAccount {
  const columns = [...storedColumns(realm), ...(realm.profile?.columns ?? [])]
  const own = columns.filter((column) => row[column] !== null).map((column) => [column, row[column]] as const)
  return {
    name: row.name,
    password_hash: row.stored_hash,
    disabled: row.disabled,
    created_at: row.created_at.replace(' ', 'T').replace(/\+00$/, 'Z'),
    ...Object.fromEntries<unknown>(own),
    ...(row.role_name && { role: row.role_name })
  }
}
