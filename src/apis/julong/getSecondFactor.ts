import { stateOfSecondFactor } from '../../accounts/second-factor/state.js'
import { utcTime } from '../../http/timestamps.js'
import { accountNeedsFactor } from '../../roles/second-factor.js'
import type { Handler } from './handler.js'

export const getSecondFactor: Handler<'getSecondFactor'> = async ({ caller, reply }, context) => {
  const { since, recoveryCodesLeft } = await stateOfSecondFactor(context, caller)
  const required = await accountNeedsFactor(context, caller.account)
  return reply(200, {
    data: {
      enabled: since !== null,
      since: since && utcTime(since),
      required,
      recovery_codes_left: recoveryCodesLeft
    },
    meta: { message: '查询成功', status: 200 }
  })
}
