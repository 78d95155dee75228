import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { isEmail, storedEmail } from '../accounts/emails.js'
import { canonicalName } from '../accounts/names.js'
import type { RealmName } from '../accounts/realm.js'
import { hashFault } from '../passwords/stored-hash.js'

/** An account as a line of NDJSON: its core, and the columns of its realm. */
export interface TransferredAccount {
  name: string
  /** bcrypt (`$2a$ $2b$ $2y$`) or argon2, as `$…$…`. */
  password_hash: string
  disabled?: boolean
  /** ISO 8601; when the account was made. */
  created_at?: string
  [column: string]: unknown
}

type Schema = Record<string, unknown>

const text = (maxLength: number): Schema => ({ type: 'string', maxLength, pattern: '^[^\\u0000]*$' })
const integer = (minimum: number): Schema => ({ type: 'integer', minimum, maximum: 2_147_483_647 })
const username: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$'
}

/** What a line of each realm may say beside the core. */
const COLUMNS: Record<RealmName, Record<string, Schema>> = {
  tms: { nickname: text(64), gender: { enum: ['男', '女', '保密'] }, telephone: text(20) },
  julong: { role_id: integer(-1), mobile: text(64), email: text(254), type: integer(0), openid: text(128) },
  'waste-sorting': { role_id: { enum: [0, 1] }, points: integer(-2_147_483_648) },
  'user-login': { first_name: text(64), last_name: text(64), phone_number: text(32) },
  'back-office': { role_id: integer(1), mobile: text(64), email: text(254) }
}

/** The columns of a realm that are its own, as a line names them. */
export function ownColumns(realm: RealmName): string[] {
  return Object.keys(COLUMNS[realm])
}

/** A reader of lines: the account, or what is wrong with the line in words. */
export type LineReader = (line: string) => TransferredAccount | string

export function createLineReader(realm: RealmName): LineReader {
  const validate = compile(realm)
  return (line) => {
    const value = parse(line)
    if (value === undefined) return 'is no JSON'
    if (!validate(value)) {
      const [error] = validate.errors ?? []
      return `${error?.instancePath.slice(1) ?? ''} ${error?.message} ${JSON.stringify(error?.params)}`.trim()
    }
    const account = value as TransferredAccount
    if (realm === 'user-login') account.name = storedEmail(account.name)
    if (!account.name.isWellFormed() || canonicalName(account.name) === '') return 'name is no text'
    const fault = hashFault(account.password_hash)
    return fault === undefined ? account : `password_hash ${fault}`
  }
}

function compile(realm: RealmName): ValidateFunction {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  // Existing accounts may have an address that no new one would be given.
  const asciiEmail = ajv.compile({ type: 'string', format: 'email', maxLength: 254 })
  ajv.addFormat('email-address', { type: 'string', validate: (text) => isEmail(text) || asciiEmail(text) })
  const name = realm === 'user-login' ? { type: 'string', format: 'email-address', maxLength: 2048 } : username
  return ajv.compile({
    type: 'object',
    additionalProperties: false,
    required: ['name', 'password_hash'],
    properties: {
      name,
      password_hash: { type: 'string' },
      disabled: { type: 'boolean' },
      created_at: { type: 'string', format: 'date-time' },
      ...COLUMNS[realm]
    }
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
