import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { record } from '../audit/record.js'
import { canonicalName } from './names.js'
import { networkOf } from './network.js'
import type { RealmContext } from './realm-context.js'

/** Deletes the counters of failed passwords of an account, from every network. Returns how many there were. */
export async function unlockAccount(
  context: Pick<RealmContext, 'db' | 'realm' | 'origin'>,
  name: string
): Promise<number> {
  const { db, realm } = context
  const nameHash = createHash('sha256').update(canonicalName(name)).digest('base64url')
  const unlocked = await counters(db)
    .whereRaw('starts_with(key, ?)', [`account:${realm.name}:${nameHash}:`])
    .del()
  if (unlocked > 0) await record(db, context, { action: 'account-unlock', target: { name } })
  return unlocked
}

/** The same of a network in a realm, with its counter of registrations. */
export async function unlockAddress(
  { db, realm }: Pick<RealmContext, 'db' | 'realm'>,
  address: string
): Promise<number> {
  const key = `${realm.name}:${networkOf(address)}`
  return counters(db)
    .whereIn('key', [`address:${key}`, `register:${key}`])
    .del()
}

function counters(db: Knex): Knex.QueryBuilder<object, number> {
  return db('quintet.rate_limits')
}
