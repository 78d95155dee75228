import type { Knex } from 'knex'
import { canonicalName } from '../accounts/names.js'
import { inTransaction } from '../database/transaction.js'
import type { AccountId, Realm } from '../accounts/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { TransferredAccount } from './format.js'

/** An account and the number of its line, from 1. */
export interface NumberedAccount {
  line: number
  account: TransferredAccount
}

export interface ImportedBatch {
  imported: number
  /** Lines whose name is taken, by an account of the realm or by an earlier line. */
  duplicates: NumberedAccount[]
}

const PROFILE_COLUMNS = ['first_name', 'last_name', 'phone_number']

/**
 * Writes the accounts of a batch, their entries in the audit trail and how far the file is done, in one transaction.
 * `source` stands for the content of the file.
 */
export async function importBatch(
  context: RealmContext,
  source: string,
  batch: NumberedAccount[]
): Promise<ImportedBatch> {
  const { db, realm } = context
  return inTransaction(db, async (transaction) => {
    const { first, duplicates } = firstOfEachName(batch)
    const ids = await insertAccounts(transaction, realm, [...first.values()])
    const written = [...first].filter(([name]) => ids.has(name))
    await insertProfiles(transaction, realm, ids, written)
    await recordImport(transaction, context, ids, written)
    await keepProgress(transaction, realm, source, batch.at(-1)?.line ?? 0)
    const taken = [...first].filter(([name]) => !ids.has(name)).map(([, entry]) => entry)
    return { imported: written.length, duplicates: [...taken, ...duplicates].sort((a, b) => a.line - b.line) }
  })
}

/** The last line of this file that an earlier import has done; 0 when there was none. */
export async function linesDone(db: Knex, realm: Realm, source: string): Promise<number> {
  const row = await db('quintet.imports').where({ realm: realm.name, source }).first('line')
  return row?.line ?? 0
}

function firstOfEachName(batch: NumberedAccount[]) {
  const first = new Map<string, NumberedAccount>()
  const duplicates: NumberedAccount[] = []
  for (const entry of batch) {
    const name = canonicalName(entry.account.name)
    if (first.has(name)) duplicates.push(entry)
    else first.set(name, entry)
  }
  return { first, duplicates }
}

/** The ids of those that were written, by canonical name. */
async function insertAccounts(
  transaction: Knex.Transaction,
  realm: Realm,
  entries: NumberedAccount[]
): Promise<Map<string, AccountId>> {
  const rows = entries.map(({ account }) => toRow(realm, account))
  const written: { id: AccountId; canonical_name: string }[] = await transaction(realm.table)
    .insert(rows)
    .onConflict('canonical_name')
    .ignore()
    .returning(['id', 'canonical_name'])
  return new Map(written.map(({ id, canonical_name: name }) => [name, id]))
}

function toRow(realm: Realm, account: TransferredAccount): Record<string, unknown> {
  const { name, password_hash: hash, created_at: created, ...columns } = account
  const own = Object.entries(columns).filter(([column]) => !PROFILE_COLUMNS.includes(column))
  return {
    ...Object.fromEntries(own),
    ...(realm.newId && { id: realm.newId() }),
    ...(created !== undefined && { created_at: created, updated_at: created }),
    [realm.columns.name]: name,
    [realm.columns.passwordHash]: hash,
    canonical_name: canonicalName(name)
  }
}

async function insertProfiles(
  transaction: Knex.Transaction,
  realm: Realm,
  ids: Map<string, AccountId>,
  written: [string, NumberedAccount][]
): Promise<void> {
  const profiles = written
    .filter(([, { account }]) => PROFILE_COLUMNS.some((column) => column in account))
    .map(([name, { account }]) => ({
      user_id: ids.get(name),
      ...Object.fromEntries(PROFILE_COLUMNS.map((column) => [column, account[column] ?? '']))
    }))
  if (profiles.length > 0) await transaction(`${schemaOf(realm)}.user_info`).insert(profiles)
}

async function recordImport(
  transaction: Knex.Transaction,
  { realm, origin }: RealmContext,
  ids: Map<string, AccountId>,
  written: [string, NumberedAccount][]
): Promise<void> {
  const rows = written.map(([name, { account }]) => ({
    realm: realm.name,
    action: 'account-import',
    result: 'done',
    target_id: ids.get(name),
    target_name: account.name,
    address: origin.address,
    request_id: origin.requestId
  }))
  if (rows.length > 0) await transaction('audit.events').insert(rows)
}

async function keepProgress(transaction: Knex.Transaction, realm: Realm, source: string, line: number): Promise<void> {
  await transaction('quintet.imports')
    .insert({ realm: realm.name, source, line })
    .onConflict(['realm', 'source'])
    .merge({ line, updated_at: transaction.raw('now()') })
}

function schemaOf(realm: Realm): string {
  return realm.table.split('.')[0]!
}
