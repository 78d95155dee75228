import type { RealmName } from '../accounts/realm.js'

/** An account as a line of a file has it: its core, and the columns of its realm. */
export interface TransferredAccount {
  name: string
  /** bcrypt (`$2a$ $2b$ $2y$`) or argon2, as `$…$…`. */
  password_hash: string
  disabled?: boolean
  /** RFC 3339; when the account was made. */
  created_at?: string
  role_id?: number
  /** Name of the role, where the realm's roles have names. */
  role?: string
  [column: string]: unknown
}

/** JSON schema of one column. */
export interface ColumnSchema {
  type: 'string' | 'integer' | 'boolean'
  [keyword: string]: unknown
}

export type Columns = Record<string, ColumnSchema>

const text = (maxLength: number): ColumnSchema => ({ type: 'string', maxLength, pattern: '^[^\\u0000]*$' })
const integer = (minimum: number, maximum = 2_147_483_647): ColumnSchema => ({ type: 'integer', minimum, maximum })
/** Not blank. */
const name: ColumnSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$'
}
const role = { role_id: integer(-1), role: name }
const email: ColumnSchema = { type: 'string', format: 'email-address', maxLength: 2_048 }

/** What a line of each realm may have beside the core. */
const OWN: Record<RealmName, Columns> = {
  tms: { nickname: text(64), gender: { type: 'string', enum: ['男', '女', '保密'] }, telephone: text(20) },
  julong: { ...role, mobile: text(64), email: text(254), type: integer(0, 32_767), openid: text(128) },
  'waste-sorting': { role_id: integer(0, 1), points: integer(-2_147_483_648) },
  'user-login': { first_name: text(64), last_name: text(64), phone_number: text(32) },
  'back-office': { ...role, mobile: text(64), email: text(254) }
}

/** Every column that a line of the realm may have, in the order in which an export writes them. */
export function columnsOf(realm: RealmName): Columns {
  return {
    name: realm === 'user-login' ? email : name,
    password_hash: { type: 'string' },
    disabled: { type: 'boolean' },
    created_at: { type: 'string' },
    ...OWN[realm]
  }
}

const PROFILE = ['first_name', 'last_name', 'phone_number']

/** The columns of `user_login.user_info`, the second table of that realm; no other has one. */
export function profileColumns(realm: RealmName): string[] {
  return Object.keys(OWN[realm]).filter((column) => PROFILE.includes(column))
}

/** The columns of the realm's own that its table of accounts has. */
export function storedColumns(realm: RealmName): string[] {
  return Object.keys(OWN[realm]).filter((column) => column !== 'role' && !PROFILE.includes(column))
}
