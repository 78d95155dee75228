import type { operations } from '../../../generated/julong.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { NOBODY, roleWith, userOf } from '../../support/julong.js'
import type { Cases } from '../case.js'
import {
  asAdministrator,
  asNobody,
  withBadToken,
  unknownQuery,
  malformedBody,
  emptyBody,
  PAGE,
  toUser,
  toRole,
  ofSession,
  NO_SESSION,
  grantable
} from './julong-requests.js'
import { secondFactorCases } from './julong-second-factor.js'

export const cases: Cases<operations> = {
  ...secondFactorCases,

  'login 200': () => ({ body: { username: 'admin', password: '123456' } }),
  'login 400': () => ({ body: { username: 'admin', password: 'wrong' } }),
  'login 403': async (server) => {
    const { account } = await userOf(server, -1)
    await server.db('julong.users').where({ id: account.id }).update({ disabled: true })
    return { body: { username: account.name, password: PASSWORD } }
  },
  'login 422': emptyBody,

  'listUsers 200': asAdministrator(() => ({ query: PAGE })),
  'listUsers 400': asAdministrator(() => ({ query: { ...PAGE, pagenum: 0 } })),
  'listUsers 401': withBadToken({ query: PAGE }),
  'listUsers 403': asNobody({ query: PAGE }),

  'countUsers 200': asAdministrator(),
  'countUsers 400': asAdministrator(() => ({ query: { by: 'name' } })),
  'countUsers 401': withBadToken(),
  'countUsers 403': asNobody(),

  'changePassword 200': asNobody({ body: { currentPassword: PASSWORD, newPassword: PASSWORD } }),
  'changePassword 400': asNobody(),
  'changePassword 401': withBadToken(),
  'changePassword 422': asNobody({ body: {} }),

  'getCurrentUser 200': asAdministrator(),
  'getCurrentUser 400': asAdministrator(unknownQuery),
  'getCurrentUser 401': withBadToken(),

  'listUsersPlural 200': asAdministrator(() => ({ query: PAGE })),
  'listUsersPlural 400': asAdministrator(() => ({ query: { ...PAGE, pagenum: 0 } })),
  'listUsersPlural 401': withBadToken({ query: PAGE }),
  'listUsersPlural 403': asNobody({ query: PAGE }),

  'listAudit 200': asAdministrator(() => ({ query: PAGE })),
  'listAudit 400': asAdministrator(() => ({ query: { ...PAGE, pagesize: 0 } })),
  'listAudit 401': withBadToken({ query: PAGE }),
  'listAudit 403': asNobody({ query: PAGE }),

  'countAudit 200': asAdministrator(() => ({ query: { by: 'day' } })),
  'countAudit 400': asAdministrator(() => ({ query: { by: 'day', tz: 'Asia/Nowhere' } })),
  'countAudit 401': withBadToken({ query: { by: 'day' } }),
  'countAudit 403': asNobody({ query: { by: 'day' } }),

  'addUser 201': asAdministrator(() => ({ body: { userName: freshName(), password: '123456', email: 'test@qq.com' } })),
  'addUser 400': asAdministrator(malformedBody),
  'addUser 401': withBadToken(),
  'addUser 403': asNobody(),
  'addUser 422': asAdministrator(() => ({ body: { userName: 'admin', password: '123456' } })),

  'registerUser 200': () => ({ body: { user: freshName(), password: '123456' } }),
  'registerUser 400': malformedBody,
  'registerUser 422': () => ({ body: { user: 'admin', password: '123456' } }),

  'checkUserName 200': () => ({ body: { userName: freshName() } }),
  'checkUserName 400': malformedBody,
  'checkUserName 422': emptyBody,

  'setUserState 200': asAdministrator(async (server) => ({
    path: { uId: (await userOf(server, -1)).account.id, type: 'false' }
  })),
  'setUserState 400': asAdministrator(() => ({ path: { uId: 1, type: 'off' } })),
  'setUserState 401': withBadToken(),
  'setUserState 403': asNobody(),
  'setUserState 404': asAdministrator(() => ({ path: { uId: NOBODY, type: 'true' } })),

  'getUser 200': asAdministrator(toUser),
  'getUser 400': asAdministrator(unknownQuery),
  'getUser 401': withBadToken(),
  'getUser 403': asNobody(),
  'getUser 404': asAdministrator(() => ({ path: { id: NOBODY } })),

  'updateUser 200': asAdministrator(toUser),
  'updateUser 400': asAdministrator(malformedBody),
  'updateUser 401': withBadToken(),
  'updateUser 403': asNobody(),
  'updateUser 404': asAdministrator(() => ({ path: { id: NOBODY } })),
  'updateUser 422': asAdministrator(() => ({ body: { email: 1 } })),

  'patchUser 200': asAdministrator(toUser),
  'patchUser 400': asAdministrator(malformedBody),
  'patchUser 401': withBadToken(),
  'patchUser 403': asNobody(),
  'patchUser 404': asAdministrator(() => ({ path: { id: NOBODY } })),
  'patchUser 422': asAdministrator(() => ({ body: { email: 1 } })),

  'removeUser 200': asAdministrator(toUser),
  'removeUser 400': asAdministrator(unknownQuery),
  'removeUser 401': withBadToken(),
  'removeUser 403': asNobody(),
  'removeUser 404': asAdministrator(() => ({ path: { id: NOBODY } })),

  'assignUserRole 200': asAdministrator(async (server) => ({
    ...(await toUser(server)),
    body: { rid: await roleWith(server) }
  })),
  'assignUserRole 400': asAdministrator(malformedBody),
  'assignUserRole 401': withBadToken(),
  'assignUserRole 403': asNobody(),
  'assignUserRole 404': asAdministrator(() => ({ path: { id: NOBODY } })),
  'assignUserRole 422': asAdministrator(() => ({ body: { rid: -2 } })),

  'listRights 200': asAdministrator(),
  'listRights 400': asAdministrator(() => ({ path: { type: 'table' } })),
  'listRights 401': withBadToken(),
  'listRights 403': asNobody(),

  'listRoles 200': asAdministrator(),
  'listRoles 400': asAdministrator(unknownQuery),
  'listRoles 401': withBadToken(),
  'listRoles 403': asNobody(),

  'createRole 201': asAdministrator(() => ({ body: { roleName: freshName('role') } })),
  'createRole 400': asAdministrator(malformedBody),
  'createRole 401': withBadToken(),
  'createRole 403': asNobody(),
  'createRole 422': asAdministrator(emptyBody),

  'getRole 200': asAdministrator(toRole),
  'getRole 400': asAdministrator(unknownQuery),
  'getRole 401': withBadToken(),
  'getRole 403': asNobody(),
  'getRole 404': asAdministrator(() => ({ path: { id: NOBODY } })),

  'updateRole 200': asAdministrator(async (server) => ({
    ...(await toRole(server)),
    body: { roleName: freshName('role') }
  })),
  'updateRole 400': asAdministrator(malformedBody),
  'updateRole 401': withBadToken(),
  'updateRole 403': asNobody(),
  'updateRole 404': asAdministrator(() => ({ path: { id: NOBODY } })),
  'updateRole 422': asAdministrator(emptyBody),

  'removeRole 200': asAdministrator(toRole),
  'removeRole 400': asAdministrator(unknownQuery),
  'removeRole 401': withBadToken(),
  'removeRole 403': asAdministrator(() => ({ path: { id: 0 } })),
  'removeRole 404': asAdministrator(() => ({ path: { id: NOBODY } })),

  'grantRoleRights 200': asAdministrator(grantable),
  'grantRoleRights 400': asAdministrator(malformedBody),
  'grantRoleRights 401': withBadToken(),
  'grantRoleRights 403': asAdministrator(() => ({ path: { roleId: 0 } })),
  'grantRoleRights 404': asAdministrator(async (server) => ({
    ...(await grantable(server)),
    body: { rids: '999' }
  })),
  'grantRoleRights 422': asAdministrator(() => ({ body: { rids: 'x' } })),

  'revokeRoleRight 200': asAdministrator(async (server) => ({
    path: { roleId: await roleWith(server, 'users:create'), rightId: 131 }
  })),
  'revokeRoleRight 400': asAdministrator(unknownQuery),
  'revokeRoleRight 401': withBadToken(),
  'revokeRoleRight 403': asAdministrator(() => ({ path: { roleId: 0, rightId: 131 } })),
  'revokeRoleRight 404': asAdministrator(() => ({ path: { roleId: NOBODY, rightId: 131 } })),

  'listMenus 200': asAdministrator(),
  'listMenus 400': asAdministrator(unknownQuery),
  'listMenus 401': withBadToken(),
  'listMenus 403': async (server) => {
    const roleId = await roleWith(server)
    await server.db('julong.roles').where({ id: roleId }).update({ second_factor: true })
    return { token: (await userOf(server, roleId)).token }
  },

  'logout 200': asNobody(),
  'logout 400': asNobody({ query: { unknown: 1 } }),
  'logout 401': withBadToken(),

  'listOwnSessions 200': async (server) => ({ token: (await ofSession(server)).token }),
  'listOwnSessions 400': asNobody({ query: { unknown: 1 } }),
  'listOwnSessions 401': withBadToken(),

  'endOtherSessions 200': asNobody(),
  'endOtherSessions 400': asNobody({ query: { unknown: 1 } }),
  'endOtherSessions 401': withBadToken(),

  'endOwnSession 200': ofSession,
  'endOwnSession 400': asNobody({ path: { id: 'x' } }),
  'endOwnSession 401': withBadToken(),
  'endOwnSession 404': asNobody({ path: NO_SESSION }),

  'listSessions 200': asAdministrator(() => ({ query: PAGE })),
  'listSessions 400': asAdministrator(() => ({ query: { ...PAGE, pagesize: 0 } })),
  'listSessions 401': withBadToken({ query: PAGE }),
  'listSessions 403': asNobody({ query: PAGE }),

  'endSession 200': asAdministrator(async (server) => ({ path: (await ofSession(server)).path })),
  'endSession 400': asAdministrator(() => ({ path: { id: 'x' } })),
  'endSession 401': withBadToken(),
  'endSession 403': asNobody(),
  'endSession 404': asAdministrator(() => ({ path: NO_SESSION })),

  'endUserSessions 200': asAdministrator(toUser),
  'endUserSessions 400': asAdministrator(() => ({ path: { id: 'x' } })),
  'endUserSessions 401': withBadToken(),
  'endUserSessions 403': asNobody(),
  'endUserSessions 404': asAdministrator(() => ({ path: { id: NOBODY } }))
}
