import type { operations } from '../../../generated/julong.js'
import { roleWithRights } from '../../support/julong.js'
import { audited, denials, secondFactorRefusals, type ApiTraits } from '../traits.js'

export const traits: ApiTraits<operations> = {
  login: (client, username, password) => client.post('/api/private/v1/login', { json: { username, password } }),
  tokenIn: (body) => body.data.token.replace('Bearer ', ''),
  ranks: {
    ordinary: -1,
    highest: 0,
    without: (server, right) => roleWithRights(server, (code) => right !== undefined && code !== right),
    exactly: (server, right) => roleWithRights(server, (code) => code === right)
  },
  denials: denials([401, '无效token']),
  protectedOperations: [{ method: 'GET', path: '/api/private/v1/menus' }],
  audited: {
    ...audited.ownSessions,
    ...audited.secondFactor,
    removeUserSecondFactor: { action: 'second-factor-remove', target: 'path account' },
    logout: audited.logout,
    endSession: audited.session,
    endUserSessions: audited.sessions,
    login: audited.login(400, 403),
    changePassword: { action: 'password-change', target: 'caller', refusals: [400] },
    addUser: audited.creation,
    registerUser: audited.creation,
    setUserState: { action: 'account-disable', target: 'path account' },
    patchUser: { action: 'account-update', target: 'path account' },
    updateUser: { action: 'account-update', target: 'path account' },
    removeUser: { action: 'account-remove', target: 'path account' },
    assignUserRole: { action: 'account-role', target: 'path account' },
    createRole: { action: 'role-create', target: 'named role' },
    updateRole: { action: 'role-update', target: 'path role' },
    removeRole: { action: 'role-remove', target: 'path role' },
    grantRoleRights: { action: 'role-rights', target: 'path role' },
    revokeRoleRight: { action: 'role-rights', target: 'path role' }
  },
  refusesRequest: ({ status, body }) => [400, 422].includes(status) && body.meta.message === '请求参数错误',
  refusedByRule: {
    ...secondFactorRefusals,
    removeUserSecondFactor: [400],
    login: [400],
    changePassword: [400, 422],
    registerUser: [422],
    addUser: [422],
    checkUserName: [422],
    createRole: [422],
    updateRole: [422],
    countAudit: [400],
    listAudit: [400]
  },
  tryCall: ['listUsers', '"username": "admin"']
}
