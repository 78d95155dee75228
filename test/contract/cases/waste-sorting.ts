import type { operations } from '../../../generated/waste-sorting.js'
import { wasteSortingRealm as realm } from '../../../src/realms/waste-sorting.js'
import { expiredToken, freshName, PASSWORD, signedUp } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'
import { login, sessionOf } from '../../support/sessions.js'
import type { Case, Cases } from '../case.js'

const UNKNOWN_ID = 2_147_483_647

const signUp = (server: TestServer) => signedUp(server, realm)
const asUser = (server: TestServer) => login(server.client, 'waste-sorting', 'usertest', 'usertest')
const asAdministrator = (server: TestServer) => login(server.client, 'waste-sorting', 'admintest', 'admintest')

async function bannedAccount(server: TestServer) {
  const { account } = await signUp(server)
  await server.db(realm.table).where({ id: account.id }).update({ disabled: true })
  return account
}

const noToken: Case = () => ({})
const expired: Case = async (server) => ({ token: expiredToken(server, realm, (await signUp(server)).account) })
const notAdministrator: Case = async (server) => ({ token: await asUser(server) })
const unknownAccount: Case = async (server) => ({
  token: await asAdministrator(server),
  path: { user_id: UNKNOWN_ID }
})

const banned: Case = async (server) => {
  const { account, token } = await signUp(server)
  await server.db(realm.table).where({ id: account.id }).update({ disabled: true })
  return { token }
}

/** A path to a session of a user who was made for it, with the user's token. */
async function ofSession(server: TestServer) {
  const { token } = await signUp(server)
  return { token, path: { session_id: await sessionOf(server, 'waste-sorting', token) } }
}

const NO_SESSION = { session_id: '00000000-0000-4000-8000-000000000000' }

export const wasteSortingCases: Cases<operations> = {
  'register 201': () => ({ body: { username: freshName(), password: 'yy' } }),
  'register 400': () => ({ body: { username: freshName() } }),
  'register 409': () => ({ body: { username: 'usertest', password: 'yy' } }),

  'login 200': () => ({}),
  'login 400': () => ({ raw: '{"username":' }),
  'login 401': () => ({ body: { username: 'usertest', password: 'wrong' } }),
  'login 403': async (server) => ({ body: { username: (await bannedAccount(server)).name, password: PASSWORD } }),

  'getCurrentUser 200': async (server) => ({ token: await asUser(server) }),
  'getCurrentUser 401': noToken,
  'getCurrentUser 403': banned,

  'changePassword 200': async (server) => ({
    token: (await signUp(server)).token,
    body: { current_password: PASSWORD, new_password: 'new_password' }
  }),
  'changePassword 400': async (server) => ({ token: await asUser(server), body: { new_password: 'new_password' } }),
  'changePassword 401': noToken,
  'changePassword 403': async (server) => ({ token: await asUser(server) }),

  'listUsers 200': async (server) => ({ token: await asAdministrator(server) }),
  'listUsers 400': async (server) => ({ token: await asAdministrator(server), query: { page: 0 } }),
  'listUsers 401': expired,
  'listUsers 403': notAdministrator,

  'countUsers 200': async (server) => ({ token: await asAdministrator(server) }),
  'countUsers 400': async (server) => ({ token: await asAdministrator(server), query: { by: 'name' } }),
  'countUsers 401': noToken,
  'countUsers 403': notAdministrator,

  'createAdministrator 201': async (server) => ({
    token: await asAdministrator(server),
    body: { username: freshName('admin'), password: 'newpassword123' }
  }),
  'createAdministrator 400': async (server) => ({
    token: await asAdministrator(server),
    body: { username: freshName('admin') }
  }),
  'createAdministrator 401': noToken,
  'createAdministrator 403': notAdministrator,
  'createAdministrator 409': async (server) => ({
    token: await asAdministrator(server),
    body: { username: 'admintest', password: 'newpassword123' }
  }),

  'getUser 200': async (server) => ({ token: await asAdministrator(server) }),
  'getUser 400': async (server) => ({ token: await asAdministrator(server), path: { user_id: 'x' } }),
  'getUser 401': noToken,
  'getUser 403': notAdministrator,
  'getUser 404': unknownAccount,

  'setUserStatus 200': async (server) => ({
    token: await asAdministrator(server),
    path: { user_id: (await signUp(server)).account.id }
  }),
  'setUserStatus 400': async (server) => ({ token: await asAdministrator(server), body: { status: 2 } }),
  'setUserStatus 401': noToken,
  'setUserStatus 403': notAdministrator,
  'setUserStatus 404': unknownAccount,

  'setUserPassword 200': async (server) => ({
    token: await asAdministrator(server),
    path: { user_id: (await signUp(server)).account.id }
  }),
  'setUserPassword 400': async (server) => ({ token: await asAdministrator(server), body: {} }),
  'setUserPassword 401': noToken,
  'setUserPassword 403': notAdministrator,
  'setUserPassword 404': unknownAccount,

  'countLogins 200': async (server) => ({ token: await asAdministrator(server) }),
  'countLogins 400': async (server) => ({ token: await asAdministrator(server), query: { by: 'week' } }),
  'countLogins 401': expired,
  'countLogins 403': notAdministrator,

  'countRegistrations 200': async (server) => ({ token: await asAdministrator(server) }),
  'countRegistrations 400': async (server) => ({ token: await asAdministrator(server), query: { by: 'week' } }),
  'countRegistrations 401': expired,
  'countRegistrations 403': notAdministrator,

  'countRefusals 200': async (server) => ({ token: await asAdministrator(server) }),
  'countRefusals 400': async (server) => ({ token: await asAdministrator(server), query: { tz: 'Asia/Nowhere' } }),
  'countRefusals 401': expired,
  'countRefusals 403': notAdministrator,

  'logout 200': async (server) => ({ token: (await signUp(server)).token }),
  'logout 401': noToken,
  'logout 403': banned,

  'listOwnSessions 200': async (server) => ({ token: await asUser(server) }),
  'listOwnSessions 401': noToken,
  'listOwnSessions 403': banned,

  'endOtherSessions 200': async (server) => ({ token: (await signUp(server)).token }),
  'endOtherSessions 401': noToken,
  'endOtherSessions 403': banned,

  'endOwnSession 200': ofSession,
  'endOwnSession 400': async (server) => ({ token: await asUser(server), path: { session_id: 'x' } }),
  'endOwnSession 401': noToken,
  'endOwnSession 403': banned,
  'endOwnSession 404': async (server) => ({ token: await asUser(server), path: NO_SESSION }),

  'listSessions 200': async (server) => ({ token: await asAdministrator(server) }),
  'listSessions 400': async (server) => ({ token: await asAdministrator(server), query: { page: 0 } }),
  'listSessions 401': noToken,
  'listSessions 403': notAdministrator,

  'endSession 200': async (server) => ({ ...(await ofSession(server)), token: await asAdministrator(server) }),
  'endSession 400': async (server) => ({ token: await asAdministrator(server), path: { session_id: 'x' } }),
  'endSession 401': noToken,
  'endSession 403': notAdministrator,
  'endSession 404': async (server) => ({ token: await asAdministrator(server), path: NO_SESSION }),

  'endUserSessions 200': async (server) => ({
    token: await asAdministrator(server),
    path: { user_id: (await signUp(server)).account.id }
  }),
  'endUserSessions 400': async (server) => ({ token: await asAdministrator(server), path: { user_id: 'x' } }),
  'endUserSessions 401': noToken,
  'endUserSessions 403': notAdministrator,
  'endUserSessions 404': unknownAccount
}
