import type { Knex } from 'knex'
import { record } from '../audit/record.js'
import { counterOfAccount, counterOfNetwork } from './limits/counter-keys.js'
import { networkOf } from './limits/network.js'
import type { AccountId } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

/** Deletes the counters of failed passwords of an account, from every network. Returns how many there were. */
export async function unlockAccount(
  context: Pick<RealmContext, 'db' | 'realm' | 'origin'>,
  target: { id?: AccountId; name: string }
): Promise<number> {
  const { db, realm } = context
  const unlocked = await counters(db)
    .whereRaw('starts_with(key, ?)', [`account:${counterOfAccount(realm.name, target.name)}`])
    .del()
  if (unlocked > 0) await record(db, context, { action: 'account-unlock', target })
  return unlocked
}

/** Deletes the counters of a network in a realm: its registrations and its failed passwords, of all accounts. */
export async function unlockAddress(
  context: Pick<RealmContext, 'db' | 'realm' | 'origin'>,
  address: string
): Promise<number> {
  const { db, realm } = context
  const key = counterOfNetwork(realm.name, address)
  const network = networkOf(address)
  const unlocked = await counters(db)
    .whereIn('key', [`address:${key}`, `register:${key}`])
    .orWhereRaw(`key = concat_ws(':', 'account', ?::text, split_part(key, ':', 3), ?::text)`, [realm.name, network])
    .del()
  if (unlocked > 0) await record(db, context, { action: 'account-unlock', target: { name: network } })
  return unlocked
}

function counters(db: Knex): Knex.QueryBuilder<object, number> {
  return db('quintet.rate_limits')
}
