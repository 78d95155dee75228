import type { Knex } from 'knex'
import type { AccountRow, Realm } from '../accounts/realm.js'
import { ownColumns, type TransferredAccount } from './format.js'

const BATCH = 1_000

type Row = AccountRow & { stored_hash: string } & Record<string, unknown>

/** Every account of the realm with its hash, by id, in batches. */
export async function* exportAccounts(db: Knex, realm: Realm): AsyncGenerator<TransferredAccount[]> {
  const columns = ownColumns(realm.name)
  let after: Row['id'] | undefined
  for (;;) {
    const query = db({ account: realm.accounts })
      .join({ stored: realm.table }, 'stored.id', 'account.id')
      .orderBy('account.id')
      .limit(BATCH)
      .select('account.*', { stored_hash: `stored.${realm.columns.passwordHash}` })
    const rows = (await (after === undefined ? query : query.where('account.id', '>', after))) as Row[]
    if (rows.length > 0) yield rows.map((row) => toLine(row, columns))
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id
  }
}

function toLine(row: Row, columns: string[]): TransferredAccount {
  const own = columns.filter((column) => row[column] !== null).map((column) => [column, row[column]])
  return {
    name: row.name,
    password_hash: row.stored_hash,
    disabled: row.disabled,
    created_at: row.created_at.replace(' ', 'T').replace(/\+00$/, 'Z'),
    ...Object.fromEntries(own)
  }
}
