import type { operations } from '../../../generated/tms.js'
import { audited, denials, type ApiTraits } from '../traits.js'

export const traits: ApiTraits<operations> = {
  login: (client, username, password) => client.post('/tms/login', { form: { username, password } }),
  tokenIn: (body) => body.data.access_token,
  denials: denials([401, 'Could not validate credentials'], { 'no token': [401, 'Not authenticated'] }),
  protectedOperations: [{ method: 'GET', path: '/tms/user/me' }],
  owned: ['updateTask', 'deleteTask'],
  audited: {
    ...audited.ownSessions,
    login: audited.login(400),
    register: audited.creation,
    logout: audited.logout,
    updateCurrentUser: { action: 'account-update', target: 'caller' }
  },
  // That nobody has an assignee's name is no matter of the schema, and neither is what a new name is made of.
  refusesRequest: ({ status, body }) =>
    status === 422 && !['负责人不存在', '名称含有控制字符或不可见字符'].includes(body.data.errors[0].message),
  refusedByRule: {
    login: [400],
    register: [400, 422],
    updateCurrentUser: [400, 422],
    createTask: [422],
    updateTask: [422]
  },
  tryCall: ['getCurrentUser', '"username": "admin"']
}
