import type { operations } from '../../../generated/waste-sorting.js'
import { audited, denials, type ApiTraits } from '../traits.js'

export const traits: ApiTraits<operations> = {
  login: (client, username, password) => client.post('/api/auth/login', { json: { username, password } }),
  tokenIn: (body) => body.token,
  ranks: { ordinary: 0, highest: 1, without: async () => 0, exactly: async () => 1 },
  denials: denials([401, '无效的令牌'], {
    'no token': [401, '缺少认证令牌'],
    'malformed header': [401, '令牌格式错误，应为 "Bearer <token>"'],
    'expired token': [401, '令牌已过期'],
    'disabled account': [403, '该账户已被封禁'],
    'removed account': [401, '无效的用户'],
    'right missing': [403, '需要管理员权限']
  }),
  protectedOperations: [{ method: 'GET', path: '/api/admin/users?limit=1', roleId: 1 }],
  audited: {
    ...audited.ownSessions,
    logout: audited.logout,
    endSession: audited.session,
    endUserSessions: audited.sessions,
    register: audited.creation,
    login: audited.login(401, 403),
    changePassword: { action: 'password-change', target: 'caller', refusals: [403] },
    createAdministrator: audited.creation,
    setUserStatus: { action: 'account-disable', target: 'path account' },
    setUserPassword: { action: 'password-set', target: 'path account' }
  },
  refusesRequest: ({ status, body }) =>
    status === 400 &&
    ['请求参数不完整', '无效的状态值', '无效的用户 id', '无效的会话 id', '缺少新密码'].includes(body.message),
  refusedByRule: {
    register: [400],
    createAdministrator: [400],
    changePassword: [400],
    setUserPassword: [400],
    countLogins: [400],
    countRegistrations: [400],
    countRefusals: [400]
  },
  tryCall: ['listUsers', '"username": "admintest"']
}
