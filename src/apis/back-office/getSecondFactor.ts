import { stateOfSecondFactor } from '../../accounts/second-factor/state.js'
import { utcTime } from '../../http/timestamps.js'
import type { Handler } from './handler.js'

export const getSecondFactor: Handler<'getSecondFactor'> = async ({ caller, reply }, context) => {
  const { since, required, recoveryCodesLeft } = await stateOfSecondFactor(context, caller)
  return reply(200, { enabled: since !== null, since: since && utcTime(since), required, recoveryCodesLeft })
}
