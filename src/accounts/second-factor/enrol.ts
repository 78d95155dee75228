import type { Knex } from 'knex'
import { record } from '../../audit/record.js'
import { inTransaction } from '../../database/queries/transaction.js'
import { domainError } from '../../domain-error.js'
import type { AccountRow } from '../../realms/realm.js'
import type { Caller } from '../caller.js'
import { withOwnPassword } from '../change-password.js'
import { lockRow } from '../find.js'
import type { RealmContext } from '../realm-context.js'
import { changeFactor, freshRecoveryCodes } from './change.js'
import { qrCodeOf } from './qr-code.js'
import { seal } from '../../tokens/secret-box.js'
import { countCode, openSecret } from './require-code.js'
import { ownerOf } from './keys.js'
import { factors, findFactor, keyOf, markEnrolled } from './rows.js'
import { addressOf, newSecret, stepOf } from './totp.js'

const BEGIN = 'second-factor-begin'
const ENABLE = 'second-factor-enable'

/** A secret for an authenticator app. */
export interface Enrolment {
  /** In base32. */
  secret: string
  /** `otpauth://…` */
  address: string
  /** Of the address, as SVG. */
  qrCode: string
}

/**
 * A new secret, which counts once `confirmSecondFactor` has had a code of it; one that was begun before is forgotten.
 * Throws `wrong-current-password`, `too-many-attempts`, `second-factor-enabled`.
 */
export async function beginSecondFactor<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  password: string
): Promise<Enrolment> {
  const { account } = caller
  const { db, realm } = context
  const secret = newSecret()
  await withOwnPassword(context, caller, { password, action: BEGIN }, () =>
    inTransaction(db, async (transaction) => {
      await lockRow(transaction, realm, account.id)
      await keepBegun(transaction, context, account.id, secret)
      await record(transaction, context, { action: BEGIN, target: account })
    })
  )
  const address = addressOf({ issuer: realm.secondFactor?.issuer ?? '', name: account.name, secret })
  return { secret, address, qrCode: qrCodeOf(address) }
}

/** Throws `second-factor-enabled`. */
async function keepBegun<Row extends AccountRow>(
  transaction: Knex.Transaction,
  { realm, factorKeys }: RealmContext<Row>,
  id: Row['id'],
  secret: string
): Promise<void> {
  const begun = { secret: seal(factorKeys, ownerOf(realm, id), secret), enabled_at: null, last_step: 0 }
  const written = await factors(transaction)
    .insert({ ...keyOf(realm, id), ...begun })
    .onConflict(['realm', 'account_id'])
    .merge(begun)
    .whereNull('second_factors.enabled_at')
    .returning('realm')
  if (written.length === 0) throw domainError('second-factor-enabled')
}

/**
 * Enables what was begun, and ends the other tokens of the caller. Returns the recovery codes.
 * Throws `second-factor-off`, `second-factor-enabled`, `wrong-code`, `code-unreadable`, `too-many-attempts`.
 */
export async function confirmSecondFactor<Row extends AccountRow>(
  context: RealmContext<Row>,
  caller: Caller<Row>,
  code: string
): Promise<string[]> {
  const { account } = caller
  await readBegun(context.db, context, account.id)
  try {
    return await countCode(context, account, ENABLE, () =>
      changeFactor(context, caller, ENABLE, async (transaction) => {
        const step = stepOf(await readBegun(transaction, context, account.id), code)
        if (step === undefined) return false
        await enable(transaction, context, account.id, step)
        return freshRecoveryCodes(transaction, context, account.id)
      })
    )
  } catch (error) {
    await context.refusedTries.note(context, { name: account.name, action: ENABLE }, error)
    throw error
  }
}

/** The secret that was begun. Throws `second-factor-off`, `second-factor-enabled`, `code-unreadable`. */
async function readBegun<Row extends AccountRow>(db: Knex, context: RealmContext<Row>, id: Row['id']): Promise<string> {
  const factor = await findFactor(db, context.realm, id)
  if (factor === undefined) throw domainError('second-factor-off')
  if (factor.enabled_at !== null) throw domainError('second-factor-enabled')
  return openSecret(context, id, factor.secret)
}

async function enable<Row extends AccountRow>(
  transaction: Knex.Transaction,
  { realm }: RealmContext<Row>,
  id: Row['id'],
  step: number
): Promise<void> {
  await factors(transaction)
    .where(keyOf(realm, id))
    .update({ enabled_at: transaction.raw('now()'), last_step: step })
  await markEnrolled(transaction, realm, id, true)
}
