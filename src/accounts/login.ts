import { record, type AuditAction } from '../audit/record.js'
import { atOnce } from '../database/queries/at-once.js'
import { fitsScheme, normalPassword } from '../passwords/rules.js'
import { hashProblem } from '../passwords/stored-hash.js'
import { DomainError, domainError } from '../domain-error.js'
import { insertSession } from '../sessions/rows.js'
import { issueToken, type Token } from '../tokens/token.js'
import { admit } from './admit.js'
import { requireCode } from './second-factor/require-code.js'
import { canonicalName } from '../realms/names.js'
import type { AccountRow } from '../realms/realm.js'
import type { RealmContext } from './realm-context.js'

export interface Credentials {
  name: string
  password: string
}

/** A code of the second factor, where the account has one. */
export interface LoginCredentials extends Credentials {
  code?: string | undefined
}

export interface StoredCredentials<Row extends AccountRow> {
  account: Row
  hash: string
  activated: boolean
  /** Whether it has a second factor. */
  enrolled: boolean
}

/**
 * Throws `unknown-login`, `wrong-password`, `login-failed` (`HIDE_ACCOUNTS`), `login-disabled`, `code-missing`,
 * `wrong-code`, `code-unreadable`, `too-many-attempts`.
 */
export async function login<Row extends AccountRow>(
  context: RealmContext<Row>,
  credentials: LoginCredentials
): Promise<{ account: Row; token: string }> {
  return withPassword(context, credentials, 'login', async (stored) => {
    const { account } = stored
    if (account.disabled) {
      await record(context.db, context, { action: 'login', result: 'failed', target: account })
      throw domainError('login-disabled')
    }
    await requireCode(context, stored, { code: credentials.code, action: 'login' })
    const { text, token } = issueToken(context.realm, context.keys, account)
    await keepPassword(context, stored, credentials.password)
    await beginSession(context, account, token)
    return { account, token: text }
  })
}

/** Runs `work` when the password is right. Failures count against the limits and are audited. Throws `busy` too. */
export async function withPassword<Row extends AccountRow, Result>(
  context: RealmContext<Row>,
  credentials: Credentials,
  action: AuditAction,
  work: (stored: StoredCredentials<Row>) => Promise<Result>
): Promise<Result> {
  const attempt = context.attempts.password(context.realm.name, credentials.name, context.origin.address)
  try {
    return await admit(context, attempt, async () => {
      const [stored] = await atOnce(findCredentials(context, credentials.name), attempt.count())
      const checked = await checkPassword(context, credentials, { action, stored })
      await attempt.succeed()
      return work(checked)
    })
  } catch (error) {
    await context.refusedTries.note(context, { name: credentials.name, action }, error)
    throw error
  }
}

async function checkPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  { name, password }: Credentials,
  { action, stored }: { action: AuditAction; stored: StoredCredentials<Row> | undefined }
): Promise<StoredCredentials<Row>> {
  const { db, realm, passwords, hideAccounts } = context
  const problem = stored && hashProblem(stored.hash)
  if (stored !== undefined && problem === undefined && (await passwords.verify(stored.hash, password))) return stored
  context.passwordRefused()
  if (problem !== undefined) {
    context.warn({ realm: realm.name, account: stored?.account.id, problem }, 'no password can match this stored hash')
  }
  const isCompared = stored !== undefined && problem === undefined
  if (!isCompared && hideAccounts) await passwords.verifyNothing(realm.hash, password)
  await record(db, context, { action, result: 'failed', target: stored?.account ?? { name } })
  if (!fitsScheme(realm.hash, normalPassword(password))) throw tooLong()
  if (hideAccounts) throw new DomainError('login-failed', { name })
  throw new DomainError(stored === undefined ? 'unknown-login' : 'wrong-password', { name })
}

/** The same answer for every account, so that it reveals neither the account nor that its hash was imported. */
function tooLong(): DomainError {
  const issue = { path: ['body'], rule: 'format', message: 'must match format "password"' }
  return new DomainError('invalid', { issues: [{ ...issue, params: { format: 'password' } }] })
}

async function findCredentials<Row extends AccountRow>(
  { db, realm }: RealmContext<Row>,
  name: string
): Promise<StoredCredentials<Row> | undefined> {
  const row = (await db({ stored: realm.table })
    .join({ account: realm.accounts }, 'account.id', 'stored.id')
    .where('stored.canonical_name', canonicalName(name))
    .first('account.*', {
      stored_hash: `stored.${realm.columns.passwordHash}`,
      stored_activation: 'stored.activated_at',
      ...(realm.secondFactor && { stored_factor: 'stored.second_factor' })
    })) as (Row & { stored_hash: string; stored_activation: string | null; stored_factor?: boolean }) | undefined
  if (row === undefined) return undefined
  const { stored_hash: hash, stored_activation: activation, stored_factor: enrolled = false, ...account } = row
  return { account: account as unknown as Row, hash, activated: activation !== null, enrolled }
}

/** The first login activates the account; a hash that was imported, or made with other costs, is made anew. */
async function keepPassword<Row extends AccountRow>(
  context: RealmContext<Row>,
  { account, hash, activated }: StoredCredentials<Row>,
  password: string
): Promise<void> {
  const { db, realm, passwords } = context
  const column = realm.columns.passwordHash
  // A password that is too long for the realm's scheme keeps the hash that it was imported with.
  const outdated = !passwords.isCurrent(realm.hash, hash) && fitsScheme(realm.hash, normalPassword(password))
  if (outdated || !activated) {
    const newHash = outdated ? await passwords.hash(realm.hash, password) : hash
    await db(realm.table)
      .where({ id: account.id, [column]: hash })
      .update({ [column]: newHash, activated_at: db.raw('coalesce(activated_at, now())') })
  }
}

async function beginSession<Row extends AccountRow>(
  { db, realm, origin }: RealmContext<Row>,
  account: Row,
  token: Token
): Promise<void> {
  const by = { realm, origin: { ...origin, actor: account } }
  await record(db, by, { action: 'login', target: account }, { statements: { session: insertSession(db, by, token) } })
}
