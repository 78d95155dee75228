import { isCurrent } from '../passwords/schemes.js'
import { Refusal, refuse } from '../refusal.js'
import { signToken } from '../tokens/token.js'
import { findAccount } from './find.js'
import { canonicalName } from './names.js'
import type { AccountId, AccountRow } from './realm.js'
import type { RealmContext } from './realm-context.js'

export interface Credentials {
  name: string
  password: string
  /** The caller's network address, for the limit of failures. */
  address: string
}

interface StoredCredentials {
  id: AccountId
  hash: string
  activated: boolean
}

/**
 * Checks name and password and returns the account with a new token. Throws `unknown-login` or `wrong-password`
 * (either as `login-failed` with `HIDE_ACCOUNTS`), `login-disabled` (after the right password only), `too-many-attempts`.
 */
export async function login<Row extends AccountRow>(
  context: RealmContext<Row>,
  credentials: Credentials
): Promise<{ account: Row; token: string }> {
  const { db, realm, keys } = context
  const stored = await checkPassword(context, credentials)
  const account = await findAccount(db, realm, stored.id)
  if (account.disabled) throw refuse('login-disabled')
  await recordLogin(context, stored, credentials.password)
  return { account, token: signToken(realm, keys, account) }
}

/** The stored credentials when the password is right. Every failure counts against the limits. */
export async function checkPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  { name, password, address }: Credentials
): Promise<StoredCredentials> {
  const { realm, passwords, attempts, hideAccounts } = context
  const succeeded = await attempts.beginPassword(realm.name, name, address)
  const stored = await findCredentials(context, name)
  if (stored === undefined) {
    if (!hideAccounts) throw new Refusal('unknown-login', { name })
    await passwords.verifyNothing(realm.hash, password)
    throw new Refusal('login-failed', { name })
  }
  if (!(await passwords.verify(stored.hash, password))) {
    throw new Refusal(hideAccounts ? 'login-failed' : 'wrong-password', { name })
  }
  await succeeded()
  return stored
}

async function findCredentials({ db, realm }: RealmContext, name: string): Promise<StoredCredentials | undefined> {
  return db(realm.table)
    .where('canonical_name', canonicalName(name))
    .first('id', { hash: realm.columns.passwordHash }, db.raw('activated_at is not null as activated'))
}

/** The first login activates the account; a hash that was imported, or made with other costs, is made anew. */
async function recordLogin(
  { db, realm, passwords }: RealmContext,
  stored: StoredCredentials,
  password: string
): Promise<void> {
  const outdated = !isCurrent(realm.hash, stored.hash)
  if (stored.activated && !outdated) return
  const hash = outdated ? await passwords.hash(realm.hash, password) : stored.hash
  await db(realm.table)
    .where({ id: stored.id, [realm.columns.passwordHash]: stored.hash })
    .update({ [realm.columns.passwordHash]: hash, activated_at: db.raw('coalesce(activated_at, now())') })
}
