import type { Knex } from 'knex'
import type { Timestamp } from '../../database/types.js'
import type { AccountId, Realm } from '../../realms/realm.js'
import { touched } from '../update.js'
import { hashOfCode } from './recovery-codes.js'

type Named = Pick<Realm, 'name'>

/** A row of `quintet.second_factors`. */
export interface SecondFactor {
  /** Encrypted, see `seal`. */
  secret: string
  /** Null until it is confirmed with a code. */
  enabled_at: Timestamp | null
}

export interface FactorKey {
  realm: string
  account_id: string
}

export const keyOf = ({ name }: Named, id: AccountId): FactorKey => ({ realm: name, account_id: String(id) })

export const factors = (db: Knex): Knex.QueryBuilder => db('quintet.second_factors')

const codes = (db: Knex): Knex.QueryBuilder => db('quintet.recovery_codes')

/** Whether enabled or only begun. */
export async function findFactor(db: Knex, realm: Named, id: AccountId): Promise<SecondFactor | undefined> {
  return (await factors(db).where(keyOf(realm, id)).first('secret', 'enabled_at')) as SecondFactor | undefined
}

/** Deletes the second factor of an account, with its recovery codes. Returns whether it was enabled. */
export async function forgetSecondFactor(
  db: Knex,
  realm: Pick<Realm, 'name' | 'table' | 'secondFactor'>,
  id: AccountId
): Promise<boolean> {
  if (realm.secondFactor === undefined) return false
  const removed = (await factors(db).where(keyOf(realm, id)).del(['enabled_at'])) as SecondFactor[]
  await markEnrolled(db, realm, id, false)
  return removed.some(({ enabled_at: enabled }) => enabled !== null)
}

/** Notes in the row of an account whether it has a second factor. */
export async function markEnrolled(
  db: Knex,
  { table }: Pick<Realm, 'table'>,
  id: AccountId,
  enrolled: boolean
): Promise<void> {
  await db(table)
    .where({ id })
    .update({ second_factor: enrolled, ...touched(db) })
}

/** Puts these recovery codes in the place of those that an account has. */
export async function keepRecoveryCodes(db: Knex, key: FactorKey, fresh: string[]): Promise<void> {
  await codes(db).where(key).del()
  await codes(db).insert(fresh.map((code) => ({ ...key, hash: hashOfCode(code) })))
}

export async function countRecoveryCodes(db: Knex, key: FactorKey): Promise<number> {
  const [row] = (await codes(db).where(key).count({ left: '*' })) as [{ left: number }]
  return row.left
}

/** Of simultaneous calls with one code one returns true. */
export async function deleteRecoveryCode(db: Knex, key: FactorKey, code: string): Promise<boolean> {
  return (
    (await codes(db)
      .where({ ...key, hash: hashOfCode(code) })
      .del()) === 1
  )
}
