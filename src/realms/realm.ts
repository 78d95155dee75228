import type { RealmName } from '../config/realm-names.js'
import type { Timestamp } from '../database/types.js'
import type { FileColumns } from './file-columns.js'

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

/** The roles that accounts of a realm may have; one of them is built in when every installation has it, under its number. */
export type RealmRoles = ({ fixed: number[] } | { table: string; isBuiltIn(id: number): boolean }) & {
  /** What the numbers of the roles mean, for the help of the command line. */
  meaning: string
}

export interface RealmSecondFactor {
  /** What an authenticator app shows above the account's name. */
  issuer: string
}

/** A second table, with one row for an account at most, whose columns the view `accounts` shows beside the others. */
export interface RealmProfile {
  table: string
  key: string
  columns: string[]
}

/** One population of accounts: a table to write, the view `accounts` to read, and `callers`, which adds rights. */
export interface Realm<Row extends AccountRow = AccountRow> {
  name: RealmName
  table: string
  accounts: string
  callers: string
  /** The table of what a search compares of each account; undefined: the realm's accounts are not searched. */
  searchTexts?: string
  /** The table in which triggers of `table` count accounts by blocks of ids; undefined: totals are counted. */
  counts?: string
  /** Columns of `table` whose names differ from realm to realm. */
  columns: { name: string; passwordHash: string }
  idType: 'bigint' | 'text'
  hash: 'bcrypt' | 'argon2i'
  tokenLifeSeconds: number
  /** How long after its login a token may be exchanged for a new one, expired or not. Undefined: never. */
  refreshWindowSeconds?: number
  idClaim: 'uid' | '_id'
  /** Further claims that the document's sample token shows. Nobody relies on them. */
  claims(account: Row): Record<string, unknown>
  /** The form in which a typed name is stored and looked for, where that is not the name as typed. */
  storedName?: (typed: string) => string
  /** Makes the id of a new account where the database does not. */
  newId?: () => string
  roles?: RealmRoles
  profile?: RealmProfile
  /** What a line of a file of accounts may have beside the columns of every realm; those of `profile` among them. */
  fileColumns: FileColumns
  fileName: FileColumns[string]
  /** The role that holds every right; the last enabled account of it is kept. */
  administratorRole?: number
  /** Accounts may enable a second factor, and roles require it; undefined: they may not. */
  secondFactor?: RealmSecondFactor
}
