import type { operations } from '../../../generated/back-office.js'
import { audited, denials, secondFactorRefusals, type ApiTraits } from '../traits.js'

const VIEWER_RIGHTS = ['admins:read', 'roles:read']

export const traits: ApiTraits<operations> = {
  login: (client, name, password) => client.post('/admin/login', { json: { name, password } }),
  tokenIn: (body) => body,
  ranks: {
    ordinary: 2,
    highest: 1,
    ordinaryRights: VIEWER_RIGHTS,
    without: async () => 2,
    exactly: async (_, right) => (right === undefined || VIEWER_RIGHTS.includes(right) ? 2 : 1)
  },
  denials: denials([401, '无效token'], { 'disabled account': [403, '该管理员已被禁用'] }),
  protectedOperations: [{ method: 'GET', path: '/admin/roles' }],
  audited: {
    ...audited.ownSessions,
    ...audited.secondFactor,
    removeAdminSecondFactor: { action: 'second-factor-remove', target: 'path account' },
    logout: audited.logout,
    endSession: audited.session,
    endAdminSessions: audited.sessions,
    login: audited.login(400, 403),
    changePassword: { action: 'password-change', target: 'caller', refusals: [400] },
    createAdmin: audited.creation,
    setAdminState: { action: 'account-disable', target: 'path account' },
    patchAdmin: { action: 'account-update', target: 'path account' },
    updateAdmin: { action: 'account-update', target: 'path account' },
    removeAdmin: { action: 'account-remove', target: 'path account' },
    assignAdminRole: { action: 'account-role', target: 'path account' }
  },
  refusesRequest: ({ status, body }) => [400, 422].includes(status) && body.message === '请求参数错误',
  refusedByRule: {
    ...secondFactorRefusals,
    removeAdminSecondFactor: [400],
    login: [400],
    changePassword: [400, 422],
    createAdmin: [422],
    countLogins: [400],
    countRegistrations: [400],
    countRefusals: [400]
  },
  tryCall: ['listAdmins', '"name": "auroralorigin"']
}
