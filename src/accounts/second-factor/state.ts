import type { Timestamp } from '../../database/types.js'
import { roleDemandsFactor } from '../../roles/second-factor.js'
import type { AccountRow } from '../../realms/realm.js'
import type { Caller } from '../caller.js'
import type { RealmContext } from '../realm-context.js'
import { countRecoveryCodes, findFactor, keyOf } from './rows.js'

export interface FactorState {
  /** Null where it is not enabled. */
  since: Timestamp | null
  /** Whether the account's role demands one. */
  required: boolean
  recoveryCodesLeft: number
}

/** The second factor of the caller. */
export async function stateOfSecondFactor<Row extends AccountRow>(
  { db, realm }: RealmContext<Row>,
  { account: { id, role_id: role } }: Caller<Row>
): Promise<FactorState> {
  const factor = await findFactor(db, realm, id)
  const required = role !== null && (await roleDemandsFactor(db, realm, role))
  const recoveryCodesLeft = await countRecoveryCodes(db, keyOf(realm, id))
  return { since: factor?.enabled_at ?? null, required, recoveryCodesLeft }
}
