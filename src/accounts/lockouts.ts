import type { Knex } from 'knex'
import { record } from '../audit/record.js'
import { counterOfAccount, counterOfNetwork } from './limits/counter-keys.js'
import type { RealmContext } from './realm-context.js'

/** Deletes the counters of failed passwords of an account, from every network. Returns how many there were. */
export async function unlockAccount(
  context: Pick<RealmContext, 'db' | 'realm' | 'origin'>,
  name: string
): Promise<number> {
  const { db, realm } = context
  const unlocked = await counters(db)
    .whereRaw('starts_with(key, ?)', [`account:${counterOfAccount(realm.name, name)}`])
    .del()
  if (unlocked > 0) await record(db, context, { action: 'account-unlock', target: { name } })
  return unlocked
}

/** The same of a network in a realm, with its counter of registrations. */
export async function unlockAddress(
  { db, realm }: Pick<RealmContext, 'db' | 'realm'>,
  address: string
): Promise<number> {
  const key = counterOfNetwork(realm.name, address)
  return counters(db)
    .whereIn('key', [`address:${key}`, `register:${key}`])
    .del()
}

function counters(db: Knex): Knex.QueryBuilder<object, number> {
  return db('quintet.rate_limits')
}
