import type { Knex } from 'knex'
import type { PasswordHasher } from '../passwords/hasher.js'
import type { TokenKeys } from '../tokens/keys.js'
import type { Attempts } from './attempts.js'
import type { AccountRow, Realm } from './realm.js'

/** What the domain rooms work with on behalf of one realm. */
export interface RealmContext<Row extends AccountRow = AccountRow> {
  db: Knex
  realm: Realm<Row>
  passwords: PasswordHasher
  keys: TokenKeys
  attempts: Attempts
  /** Unknown account and wrong password answer alike, in status, body and time. */
  hideAccounts: boolean
}
