import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { beginEnrolment, codeOf, enrol, WRONG_CODE } from '../../support/second-factor.js'
import type { Case } from '../case.js'

type MakeCode = (secret: string) => string

/** Sent by a new account that has begun to enrol, with the code that this makes of its secret. */
const whileEnrolling =
  (api: RealmName, code: MakeCode): Case =>
  async (server) => {
    const { account, token } = await signedUp(server, realmNamed(api))
    return { token, body: { code: code(await beginEnrolment(server, api, account.id)) } }
  }

/** Sent by a new account with a second factor, with the password and the code that this makes of its secret. */
const asEnrolled =
  (api: RealmName, code: MakeCode): Case =>
  async (server) => {
    const { account, token } = await signedUp(server, realmNamed(api))
    const { secret } = await enrol(server, api, account.id)
    return { token, body: { currentPassword: PASSWORD, code: code(secret) } }
  }

const wrong: MakeCode = () => WRONG_CODE

/** The cases of one's own second factor that take a code. */
export const casesWithCodes = (api: RealmName) => ({
  'confirmSecondFactor 200': whileEnrolling(api, codeOf),
  'confirmSecondFactor 400': whileEnrolling(api, wrong),
  'removeSecondFactor 200': asEnrolled(api, codeOf),
  'removeSecondFactor 400': asEnrolled(api, wrong),
  'renewRecoveryCodes 200': asEnrolled(api, codeOf),
  'renewRecoveryCodes 400': asEnrolled(api, wrong)
})
