import type { KeyObject } from 'node:crypto'
import type { Knex } from 'knex'
import type { Origin } from '../audit/record.js'
import type { Read } from '../database/connection/replica.js'
import type { PasswordHasher } from '../passwords/hasher.js'
import type { TokenKeys } from '../tokens/keys.js'
import type { Attempts } from './limits/attempts.js'
import type { RefusedTries } from './refused-tries.js'
import type { AccountRow, Realm } from '../realms/realm.js'

/** What the domain modules work with on behalf of one realm and one request. */
export interface RealmContext<Row extends AccountRow = AccountRow> {
  db: Knex
  /** Reads where lists are read: again for what is read later than the rest. */
  read: Read
  /** Takes a place among the streamed lists, until the request is answered. Throws `busy`. */
  takePlace(): Promise<void>
  realm: Realm<Row>
  passwords: PasswordHasher
  keys: TokenKeys
  /** Of the secrets of second factors: the key that encrypts first, then that of the previous token secret. */
  factorKeys: KeyObject[]
  attempts: Attempts
  refusedTries: RefusedTries
  /** Unknown account and wrong password answer alike, in status, body and time. */
  hideAccounts: boolean
  /** Common passwords, and the account's own name, are refused when they are set. */
  refuseWeakPasswords: boolean
  passwordRefused(): void
  warn(details: object, message: string): void
  /** Whose request this is: for the audit trail and the limits. */
  origin: Origin
}
