import type { Timestamp } from '../../database/types.js'
import type { AccountRow } from '../../realms/realm.js'
import type { Caller } from '../caller.js'
import type { RealmContext } from '../realm-context.js'
import { countRecoveryCodes, findFactor, keyOf } from './rows.js'

export interface FactorState {
  /** Null where it is not enabled. */
  since: Timestamp | null
  recoveryCodesLeft: number
}

/** The second factor of the caller. */
export async function stateOfSecondFactor<Row extends AccountRow>(
  { db, realm }: RealmContext<Row>,
  { account: { id } }: Caller<Row>
): Promise<FactorState> {
  const factor = await findFactor(db, realm, id)
  const recoveryCodesLeft = await countRecoveryCodes(db, keyOf(realm, id))
  return { since: factor?.enabled_at ?? null, recoveryCodesLeft }
}
