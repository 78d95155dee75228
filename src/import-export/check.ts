import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { isEmail } from '../realms/emails.js'
import { canonicalName } from '../realms/names.js'
import type { Realm } from '../realms/realm.js'
import { hashProblem } from '../passwords/stored-hash.js'
import { columnsOf, type TransferredAccount } from './columns.js'
import { createdAtProblem } from './created-at.js'

/** What is wrong with a line, in words that follow its number; undefined when it is an account of the realm. */
export type AccountCheck = (value: unknown) => string | undefined

export function createAccountCheck(realm: Realm): AccountCheck {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv, ['email'])
  // Existing accounts may have an address that no new one would be given.
  const asciiEmail = ajv.compile({ type: 'string', format: 'email', maxLength: 254 })
  ajv.addFormat('email-address', { type: 'string', validate: (text) => isEmail(text) || asciiEmail(text) })
  const validate = ajv.compile({
    type: 'object',
    additionalProperties: false,
    required: ['name', 'password_hash'],
    properties: columnsOf(realm)
  })
  return (value) => {
    if (!validate(value)) {
      const [error] = validate.errors ?? []
      return `${error?.instancePath.slice(1) ?? ''} ${error?.message} ${JSON.stringify(error?.params)}`.trim()
    }
    return textProblem(value as TransferredAccount)
  }
}

function textProblem(account: TransferredAccount): string | undefined {
  for (const [column, value] of Object.entries(account)) {
    if (typeof value === 'string' && !value.isWellFormed()) return `${column} has a lone surrogate`
  }
  if (canonicalName(account.name) === '') return 'name is no text'
  const problem = hashProblem(account.password_hash)
  if (problem !== undefined) return `password_hash ${problem}`
  return account.created_at === undefined ? undefined : createdAtProblem(account.created_at)
}
