import type { operations } from '../../../generated/back-office.js'
import { setDisabled } from '../../../src/accounts/administration.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import type { Cases } from '../case.js'
import {
  UNKNOWN_ID,
  PAGE,
  NOT_NAMED,
  MALFORMED,
  admin,
  viewer,
  byAdmin,
  byViewer,
  byDisabled,
  ofSession,
  NO_SESSION
} from './back-office-requests.js'
import { secondFactorCases } from './back-office-second-factor.js'

const newAdmin = () => ({ name: freshName(), password: PASSWORD, email: 'new@example.com', mobile: '13888888888' })

export const backOfficeCases: Cases<operations> = {
  ...secondFactorCases,

  'login 200': async (server) => {
    const { account } = await viewer(server)
    return { body: { name: account.name, password: PASSWORD } }
  },
  'login 400': () => ({ body: { name: freshName(), password: 'wrong' } }),
  'login 403': async (server) => {
    const { account } = await viewer(server)
    await setDisabled(realmContext(server.context, backOfficeRealm), account.id, true)
    return { body: { name: account.name, password: PASSWORD } }
  },
  'login 422': () => ({ body: { name: '' } }),

  'listAdmins 200': (server) => byViewer(server, { query: PAGE }),
  'listAdmins 400': (server) => byViewer(server, { query: { ...PAGE, ...NOT_NAMED } }),
  'listAdmins 401': () => ({ query: PAGE }),
  'listAdmins 403': (server) => byDisabled(server, { query: PAGE }),

  'changePassword 200': (server) => byViewer(server, { body: { currentPassword: PASSWORD, newPassword: PASSWORD } }),
  'changePassword 400': (server) => byViewer(server),
  'changePassword 401': () => ({}),
  'changePassword 403': (server) => byDisabled(server),
  'changePassword 422': (server) => byViewer(server, { body: {} }),

  'getCurrentAdmin 200': (server) => byViewer(server),
  'getCurrentAdmin 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'getCurrentAdmin 401': () => ({}),
  'getCurrentAdmin 403': (server) => byDisabled(server),

  'countAdmins 200': (server) => byViewer(server),
  'countAdmins 400': (server) => byViewer(server, { query: { by: 'name' } }),
  'countAdmins 401': () => ({}),
  'countAdmins 403': (server) => byDisabled(server),

  'createAdmin 201': (server) => byAdmin(server, { body: newAdmin() }),
  'createAdmin 400': (server) => byAdmin(server, { raw: MALFORMED }),
  'createAdmin 401': () => ({ body: newAdmin() }),
  'createAdmin 403': (server) => byViewer(server, { body: newAdmin() }),
  'createAdmin 409': async (server) => {
    const { account } = await viewer(server)
    return byAdmin(server, { body: { ...newAdmin(), name: account.name } })
  },
  'createAdmin 422': (server) => byAdmin(server, { body: { name: '' } }),

  'setAdminState 200': (server) => byAdmin(server, { path: { state: 'false' } }),
  'setAdminState 400': (server) => byAdmin(server, { query: NOT_NAMED }),
  'setAdminState 401': () => ({}),
  'setAdminState 403': (server) => byViewer(server),
  'setAdminState 404': (server) => byAdmin(server, { path: { id: UNKNOWN_ID } }),

  'getAdmin 200': (server) => byViewer(server),
  'getAdmin 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'getAdmin 401': () => ({}),
  'getAdmin 403': (server) => byDisabled(server, { path: { id: UNKNOWN_ID } }),
  'getAdmin 404': (server) => byViewer(server, { path: { id: UNKNOWN_ID } }),

  'updateAdmin 200': (server) => byAdmin(server),
  'updateAdmin 400': (server) => byAdmin(server, { raw: MALFORMED }),
  'updateAdmin 401': () => ({}),
  'updateAdmin 403': (server) => byViewer(server),
  'updateAdmin 404': (server) => byAdmin(server, { path: { id: UNKNOWN_ID } }),
  'updateAdmin 422': (server) => byAdmin(server, { body: { email: 1 } }),

  'patchAdmin 200': (server) => byAdmin(server),
  'patchAdmin 400': (server) => byAdmin(server, { raw: MALFORMED }),
  'patchAdmin 401': () => ({}),
  'patchAdmin 403': (server) => byViewer(server),
  'patchAdmin 404': (server) => byAdmin(server, { path: { id: UNKNOWN_ID } }),
  'patchAdmin 422': (server) => byAdmin(server, { body: { email: 1 } }),

  'removeAdmin 200': (server) => byAdmin(server),
  'removeAdmin 400': (server) => byAdmin(server, { query: NOT_NAMED }),
  'removeAdmin 401': () => ({}),
  'removeAdmin 403': (server) => byViewer(server),
  'removeAdmin 404': (server) => byAdmin(server, { path: { id: UNKNOWN_ID } }),

  'assignAdminRole 200': (server) => byAdmin(server, { body: { rid: 1 } }),
  'assignAdminRole 400': (server) => byAdmin(server, { raw: MALFORMED }),
  'assignAdminRole 401': () => ({}),
  'assignAdminRole 403': (server) => byViewer(server),
  'assignAdminRole 404': (server) => byAdmin(server, { body: { rid: 999 } }),
  'assignAdminRole 422': (server) => byAdmin(server, { body: { rid: 'x' } }),

  'listRoles 200': (server) => byViewer(server),
  'listRoles 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'listRoles 401': () => ({}),
  'listRoles 403': (server) => byDisabled(server),

  'countLogins 200': (server) => byViewer(server, { query: { by: 'day' } }),
  'countLogins 400': (server) => byViewer(server, { query: { by: 'day', tz: 'Asia/Nowhere' } }),
  'countLogins 401': () => ({ query: { by: 'day' } }),
  'countLogins 403': (server) => byDisabled(server, { query: { by: 'day' } }),

  'countRegistrations 200': (server) => byViewer(server, { query: { by: 'day' } }),
  'countRegistrations 400': (server) => byViewer(server, { query: { by: 'day', tz: 'Asia/Nowhere' } }),
  'countRegistrations 401': () => ({ query: { by: 'day' } }),
  'countRegistrations 403': (server) => byDisabled(server, { query: { by: 'day' } }),

  'countRefusals 200': (server) => byViewer(server),
  'countRefusals 400': (server) => byViewer(server, { query: { tz: 'Asia/Nowhere' } }),
  'countRefusals 401': () => ({}),
  'countRefusals 403': (server) => byDisabled(server),

  'logout 200': (server) => byViewer(server),
  'logout 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'logout 401': () => ({}),
  'logout 403': (server) => byDisabled(server),

  'listOwnSessions 200': (server) => byViewer(server),
  'listOwnSessions 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'listOwnSessions 401': () => ({}),
  'listOwnSessions 403': (server) => byDisabled(server),

  'endOtherSessions 200': (server) => byViewer(server),
  'endOtherSessions 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'endOtherSessions 401': () => ({}),
  'endOtherSessions 403': (server) => byDisabled(server),

  'endOwnSession 200': (server) => ofSession(server),
  'endOwnSession 400': (server) => byViewer(server, { path: { id: 'x' } }),
  'endOwnSession 401': () => ({}),
  'endOwnSession 403': (server) => byDisabled(server),
  'endOwnSession 404': (server) => byViewer(server, { path: NO_SESSION }),

  'listSessions 200': (server) => byViewer(server, { query: PAGE }),
  'listSessions 400': (server) => byViewer(server, { query: { ...PAGE, ...NOT_NAMED } }),
  'listSessions 401': () => ({ query: PAGE }),
  'listSessions 403': (server) => byDisabled(server, { query: PAGE }),

  'endSession 200': async (server) => ofSession(server, (await admin(server)).token),
  'endSession 400': (server) => byAdmin(server, { path: { id: 'x' } }),
  'endSession 401': () => ({}),
  'endSession 403': (server) => ofSession(server),
  'endSession 404': (server) => byAdmin(server, { path: NO_SESSION }),

  'endAdminSessions 200': (server) => byAdmin(server),
  'endAdminSessions 400': (server) => byAdmin(server, { path: { id: 'x' } }),
  'endAdminSessions 401': () => ({}),
  'endAdminSessions 403': (server) => byViewer(server),
  'endAdminSessions 404': (server) => byAdmin(server, { path: { id: UNKNOWN_ID } })
}
