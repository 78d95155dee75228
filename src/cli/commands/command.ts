import type { Readable, Writable } from 'node:stream'
import { realmNames } from '../../config/realm-names.js'
import type { AccountRow, Realm } from '../../realms/realm.js'
import { realmNamed } from '../../realms/realms.js'
import { findAccount, findByName } from '../../accounts/find.js'
import type { RealmContext } from '../../accounts/realm-context.js'
import type { Config } from '../../config/config.js'
import { domainError } from '../../domain-error.js'
import { needed, text, type Given, type Options } from '../terminal/option.js'
import { wrongUsage } from '../terminal/stop.js'

export interface Terminal {
  input: Readable
  output: Writable
  print: (line: string) => void
  say: (line: string) => void
}

export interface RealmTerminal extends Terminal {
  /** False on the embedded database, where a server counts failed passwords in its memory. */
  sharesCounters: boolean
}

export interface Done {
  /** The account's own name. */
  name: string
  done: string
}

export interface CommandOf<O extends Options> {
  summary: string
  details?: string
  options: O
  /** A new password is asked for, or generated; adds the option `--generate`. */
  asksPassword?: true
  /** The fields are those of a new account and must be such as the contract lets in. */
  makesAccount?: true
  /** Accounts of the realm must have a role, and `--role` says which. */
  needsRole?: true
  /** Returns what was done to which account; undefined where the answer is printed. */
  run(context: RealmContext, given: Given<O> & { password: string }, terminal: RealmTerminal): Promise<Done | undefined>
}

export type Command = CommandOf<Options>

/** A command on the whole database, which it opens itself; it takes no `--realm`. */
export interface DatabaseCommandOf<O extends Options> extends Pick<CommandOf<O>, 'summary' | 'details' | 'options'> {
  runOnDatabase(config: Config, given: Given<O>, terminal: Terminal): Promise<void>
}

export type DatabaseCommand = DatabaseCommandOf<Options>

/** A command whose `run` knows the types of its options. */
export function command<O extends Options>(definition: CommandOf<O>): Command {
  return definition
}

export function databaseCommand<O extends Options>(definition: DatabaseCommandOf<O>): DatabaseCommand {
  return definition
}

export const nameOption = needed(
  text('name', 'The name that logs in, an email address where names of the realm are those.')
)

const realms = realmNames.map(realmNamed)
const names = (some: Realm[]): string => some.map(({ name }) => name).join(' and ')

/** The realms of which this is true, as the end of a sentence. */
export const onlyWhere = (isTrue: (realm: Realm) => boolean): string => `${names(realms.filter(isTrue))} only.`

/** The realms whose accounts have the column, as the end of a sentence. */
export const onlyWith = (column: string): string => onlyWhere(({ fileColumns }) => fileColumns[column] !== undefined)

const ROLES =
  realms.flatMap(({ name, roles }) => (roles === undefined ? [] : [`${name}: ${roles.meaning}`])).join('; ') +
  `. ${names(realms.filter(({ roles }) => roles === undefined))} have no roles.`

export const roleOption = {
  placeholder: 'id',
  meaning: `The number of a role. ${ROLES}`,
  parse(value: string): number {
    const role = /^(-1|\d{1,16})$/.test(value) ? Number(value) : NaN
    if (!Number.isSafeInteger(role)) throw wrongUsage('--role is the number of a role')
    return role
  }
}

/** Throws `account-not-found`. */
export async function accountOf({ db, realm }: RealmContext, name: string): Promise<AccountRow> {
  const found = await findByName(db, realm, name)
  if (found === undefined) throw domainError('account-not-found')
  return findAccount(db, realm, found.id)
}
