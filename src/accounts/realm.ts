import type { Timestamp } from '../database/types.js'

export const realmNames = ['tms', 'julong', 'waste-sorting', 'user-login', 'back-office'] as const
export type RealmName = (typeof realmNames)[number]

export type AccountId = number | string

/** A row of a realm's view `accounts`: what all realms have. Each realm adds columns of its own. */
export interface AccountRow {
  id: AccountId
  /** The login name (username, email …) as typed. */
  name: string
  disabled: boolean
  generation: number
  role_id: number | null
  created_at: Timestamp
  updated_at: Timestamp
  version: number
}

/**
 * One population of accounts. Its PostgreSQL schema holds a table to write, a view `accounts` to read (core columns
 * under common names, removed accounts left out) and a view `callers` (the same with the rights that are held).
 */
export interface Realm<Row extends AccountRow = AccountRow> {
  name: RealmName
  table: string
  accounts: string
  callers: string
  /** The table of what a search compares of each account; undefined: the realm's accounts are not searched. */
  searchTexts?: string
  /** Columns of `table` whose names differ from realm to realm. */
  columns: { name: string; passwordHash: string }
  /** PostgreSQL type of an account's id. */
  idType: 'integer' | 'text'
  hash: 'bcrypt' | 'argon2i'
  tokenLifeSeconds: number
  /** How long after its login a token may be exchanged for a new one, expired or not. Undefined: never. */
  refreshWindowSeconds?: number
  /** The claim that names the account. */
  idClaim: 'uid' | '_id'
  /** Further claims that the document's sample token shows. Nobody relies on them. */
  claims(account: Row): Record<string, unknown>
  /** The form in which a typed name is stored and looked for, where that is not the name as typed. */
  storedName?: (typed: string) => string
  /** Makes the id of a new account where the database does not. */
  newId?: () => string
  /** The role that holds every right; the last enabled account of it is kept. */
  administratorRole?: number
}
