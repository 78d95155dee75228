import type { Knex } from 'knex'
import { inputRows, joinById, loadBatched } from '../database/queries/batch-statement.js'
import { preparedQuery } from '../database/queries/prepared.js'
import { domainError } from '../domain-error.js'
import { canonicalName } from '../realms/names.js'
import type { AccountId, AccountRow, Realm } from '../realms/realm.js'

/** Throws `account-not-found`, for a removed account too. */
export async function findAccount<Row extends AccountRow>(db: Knex, realm: Realm<Row>, id: AccountId): Promise<Row> {
  const name = `accounts of ${realm.name}`
  const text = `select position, found.* from ${inputRows({ id: realm.idType })} ${joinById(realm.accounts)}`
  const [row] = await loadBatched<AccountId, Row>(db, { name, text, columns: (ids) => [ids] }, id)
  if (row === undefined) throw domainError('account-not-found')
  return row
}

/** The id and the own name of the account with this login name, undefined when there is none. */
export async function findByName<Row extends AccountRow>(
  db: Knex,
  realm: Realm<Row>,
  name: string
): Promise<Pick<Row, 'id' | 'name'> | undefined> {
  const query = `select id, ${realm.columns.name} as name from ${realm.table} where canonical_name = $1`
  const values = [canonicalName(name)]
  const [row] = await preparedQuery<Pick<Row, 'id' | 'name'>>(db, `account named in ${realm.name}`, query, values)
  return row
}

/** May refuse a change of this account, by throwing. Asked in the change's transaction, when the account is locked. */
export type Permit<Row extends AccountRow = AccountRow> = (transaction: Knex.Transaction, account: Row) => Promise<void>

/** As `findAccount`, its row locked until the transaction ends. */
export async function lockAccount<Row extends AccountRow>(
  transaction: Knex.Transaction,
  realm: Realm<Row>,
  id: AccountId,
  permit?: Permit<Row>
): Promise<Row> {
  await lockRow(transaction, realm, id)
  const account = await findAccount(transaction, realm, id)
  await permit?.(transaction, account)
  return account
}

/** Lets changes of an account pass one after the other. Held until the transaction ends. */
export async function lockRow(
  transaction: Knex.Transaction,
  { table }: Pick<Realm, 'table'>,
  id: AccountId
): Promise<void> {
  await transaction(table).where({ id }).forUpdate().first('id')
}
