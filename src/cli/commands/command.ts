import type { AccountId } from '../../accounts/realm.js'
import { findIdByName } from '../../accounts/find.js'
import type { RealmContext } from '../../accounts/realm-context.js'
import { refuse } from '../../refusal.js'

export type OptionName = 'name' | 'role' | 'email' | 'mobile' | 'generate' | 'file' | 'actor' | 'action' | 'limit'

/** What a command works with. */
export interface Order {
  name: string
  /** Empty where the command takes none. */
  password: string
  role?: number
  email?: string
  mobile?: string
  /** Path of what to read; empty where the command takes none. */
  file: string
  actor?: string
  action?: string
  limit?: number
  /** Prints a row of the answer. */
  print(line: string): void
  /** Tells the operator how it goes. */
  say(line: string): void
}

export interface Command {
  needs: OptionName[]
  takes: OptionName[]
  /** A new password is asked for, or generated. */
  asksPassword?: true
  /** The fields are those of a new account and must be such as the contract lets in. */
  makesAccount?: true
  /** Returns what was done, in words; undefined where the answer is printed. */
  run(context: RealmContext, order: Order): Promise<string | undefined>
}

/** Throws `account-not-found`. */
export async function idOf({ db, realm }: RealmContext, name: string): Promise<AccountId> {
  const id = await findIdByName(db, realm, name)
  if (id === undefined) throw refuse('account-not-found')
  return id
}
