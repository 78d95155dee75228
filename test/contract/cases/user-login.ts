import type { operations } from '../../../generated/user-login.js'
import { setDisabled } from '../../../src/accounts/administration.js'
import { profileWriter } from '../../../src/accounts/profile.js'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { realmContext } from '../../../src/server/context.js'
import { freshEmail, PASSWORD, signedUp } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'
import { sessionOf } from '../../support/sessions.js'
import type { Case, CaseRequest, Cases } from '../case.js'

const PROFILE = { first_name: '三', last_name: '张', phone_number: '13800138000' }

const registration = () => ({ email: freshEmail(), password: PASSWORD, ...PROFILE })
const user = (server: TestServer) =>
  signedUp(server, userLoginRealm, { name: freshEmail(), also: profileWriter(PROFILE) })

async function byUser(server: TestServer): Promise<CaseRequest> {
  const { token } = await user(server)
  return { token }
}

const change = (email: string, old_password = PASSWORD) => ({ body: { email, old_password, new_password: 'next' } })

/** Both spellings answer alike. */
const reset = {
  200: async (server) => change((await user(server)).account.name),
  400: async (server) => change((await user(server)).account.name, 'wrong'),
  404: () => change(freshEmail())
} satisfies Record<number, Case>

const NO_SESSION = { id: '00000000-0000-4000-8000-000000000000' }

export const userLoginCases: Cases<operations> = {
  'register 200': () => ({ body: registration() }),
  'register 400': async (server) => {
    const { account } = await user(server)
    return { body: { ...registration(), email: account.name } }
  },
  'register 422': () => ({ body: { email: 'no email' } }),

  'login 200': async (server) => {
    const { account } = await user(server)
    return { body: { email: account.name, password: PASSWORD } }
  },
  'login 400': () => ({ body: { email: freshEmail(), password: 'wrong' } }),
  'login 403': async (server) => {
    const { account } = await user(server)
    await setDisabled(realmContext(server.context, userLoginRealm), account.id, true)
    return { body: { email: account.name, password: PASSWORD } }
  },
  'login 422': () => ({ body: { email: '' } }),

  'getCurrentUser 200': byUser,
  'getCurrentUser 401': () => ({}),

  'logout 200': byUser,
  'logout 401': () => ({}),

  'refreshToken 200': byUser,
  'refreshToken 401': () => ({}),
  'refreshToken 403': async (server) => {
    const request = await byUser(server)
    await server.client.post('/api/users/refresh_token', { token: request.token })
    return request
  },

  'resetPassword 200': reset[200],
  'resetPassword 400': reset[400],
  'resetPassword 404': reset[404],
  'resetPasswordHyphenated 200': reset[200],
  'resetPasswordHyphenated 400': reset[400],
  'resetPasswordHyphenated 404': reset[404],

  'getMe 200': byUser,
  'getMe 401': () => ({}),
  'getMe 404': async (server) => {
    const { token } = await signedUp(server, userLoginRealm, { name: freshEmail() })
    return { token }
  },

  'listOwnSessions 200': byUser,
  'listOwnSessions 401': () => ({}),

  'endOwnSession 200': async (server) => {
    const { token } = await user(server)
    return { token, path: { id: await sessionOf(server, 'user-login', token) } }
  },
  'endOwnSession 401': () => ({}),
  'endOwnSession 404': async (server) => ({ ...(await byUser(server)), path: NO_SESSION }),
  'endOwnSession 422': async (server) => ({ ...(await byUser(server)), path: { id: 'x' } }),

  'endOtherSessions 200': byUser,
  'endOtherSessions 401': () => ({})
}
