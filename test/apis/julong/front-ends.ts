/** A request as a front end sends it. `{user}` and `{role}` are ids that earlier answers gave, `{name}` is a new name. */
export interface Sent {
  send: [method: string, path: string, body?: Record<string, unknown>]
  /** `meta.status` that the page expects. */
  status: number
  /** Where `data` has the id that later requests name. */
  keep?: Record<string, string>
  /** What the page reads in `data`: a path, and the value or its type. */
  reads?: Record<string, unknown>
}

export interface FrontEnd {
  name: string
  /** The media type that its HTTP client names for a request with an empty body. */
  emptyBody?: string
  requests: Sent[]
}

const CREDENTIALS = { username: 'admin', password: '123456' }
const NEW_USER = { username: '{name}', password: '123456', email: 'new@qq.com', mobile: '13812345678' }
const NEW_ROLE = { roleName: '{name}', roleDesc: '新的描述' }

const MENUS = {
  '0.id': 125,
  '0.authName': '用户管理',
  '0.children.0.authName': '用户列表',
  '0.children.0.path': 'users',
  '1.id': 103,
  '1.children.0.path': 'roles',
  '1.children.1.path': 'rights',
  '1.children.2': undefined,
  '2': undefined
}
const USERS = {
  total: Number,
  'users.0.id': Number,
  'users.0.username': String,
  'users.0.email': String,
  'users.0.mobile': String,
  'users.0.role_name': String,
  'users.0.mg_state': Boolean
}
const RIGHTS = { '0.authName': '用户管理', '0.path': 'users', '0.level': '0', '22.level': '2', '23': undefined }
const TREE = { '0.id': 125, '0.authName': '用户管理', '0.children.0.id': 110, '0.children.0.children.0.id': 131 }
const ROLES = {
  '0.id': 0,
  '0.roleName': '超级管理员',
  '0.roleDesc': String,
  '1.id': 30,
  '1.children.0.authName': '用户管理'
}

const signIn: Sent[] = [
  { send: ['POST', 'login', { ...CREDENTIALS, password: 'wrong12' }], status: 400 },
  { send: ['POST', 'login', CREDENTIALS], status: 200, reads: { token: String } },
  { send: ['GET', 'menus'], status: 200, reads: MENUS }
]
const addUser = (more: object = {}): Sent => ({
  send: ['POST', 'users', { ...NEW_USER, ...more }],
  status: 201,
  keep: { user: 'id' }
})
const findUser = (pagesize: number, more: object): Sent => ({
  send: ['GET', `users?query={name}&pagenum=1&pagesize=${pagesize}`],
  status: 200,
  reads: { ...USERS, total: 1, ...more }
})
const list = (pagenum: number, pagesize: number): Sent => ({
  send: ['GET', `users?query=&pagenum=${pagenum}&pagesize=${pagesize}`],
  status: 200,
  reads: USERS
})
const switchState = (pagesize: number): Sent[] => [
  { send: ['PUT', 'users/{user}/state/false'], status: 200 },
  findUser(pagesize, { 'users.0.mg_state': false }),
  { send: ['PUT', 'users/{user}/state/true'], status: 200 },
  { send: ['PUT', 'users/1/state/false'], status: 403 }
]
const assignRole = (pagesize: number): Sent[] => [
  { send: ['GET', 'roles'], status: 200, reads: ROLES },
  { send: ['PUT', 'users/{user}/role', { rid: 30 }], status: 200 },
  findUser(pagesize, { 'users.0.role_name': '用户管理员' }),
  { send: ['DELETE', 'users/{user}'], status: 200 }
]
const addRole: Sent[] = [
  { send: ['GET', 'rights/list'], status: 200, reads: RIGHTS },
  { send: ['POST', 'roles', NEW_ROLE], status: 201, keep: { role: 'roleId' } },
  { send: ['POST', 'roles', NEW_ROLE], status: 422 }
]
/** The dialog is saved with these ids, a tag is closed, and the role is removed. */
const grantAndRemove = (rids: string, none: string): Sent[] => [
  { send: ['GET', 'rights/tree'], status: 200, reads: TREE },
  { send: ['POST', 'roles/{role}/rights', { rids }], status: 200 },
  {
    send: ['DELETE', 'roles/{role}/rights/131'],
    status: 200,
    reads: {
      '0.id': 125,
      '0.children.0.id': 110,
      '0.children.0.children.0.id': 136,
      '0.children.0.children.1': undefined
    }
  },
  { send: ['DELETE', 'roles/{role}/rights/110'], status: 200, reads: { '0.id': 125, '0.children.0': undefined } },
  { send: ['POST', 'roles/{role}/rights', { rids: none }], status: 200 },
  { send: ['POST', 'roles/0/rights', { rids: '131' }], status: 403 },
  { send: ['DELETE', 'roles/0'], status: 403 },
  { send: ['DELETE', 'roles/{role}'], status: 200 }
]

/** What public front ends of julong's family sent, as it was recorded in a browser. */
export const frontEnds: FrontEnd[] = [
  {
    name: 'Vue 2 and Element UI',
    requests: [
      ...signIn,
      list(1, 2),
      addUser(),
      list(2, 1),
      { send: ['POST', 'users', NEW_USER], status: 422 },
      {
        send: ['GET', 'users/{user}?id={user}'],
        status: 200,
        reads: { id: '{user}', username: '{name}', email: 'new@qq.com', mobile: '13812345678' }
      },
      { send: ['PUT', 'users/{user}', { id: '{user}', email: 'edited@qq.com', mobile: '13812345678' }], status: 200 },
      findUser(2, { 'users.0.email': 'edited@qq.com' }),
      ...switchState(2),
      ...assignRole(2),
      ...addRole,
      { send: ['GET', 'roles/{role}'], status: 200, reads: { roleId: '{role}', ...NEW_ROLE } },
      { send: ['PUT', 'roles/{role}', { roleName: '{name}', roleDesc: '改过的描述' }], status: 200 },
      ...grantAndRemove('131,136,125,110', ',')
    ]
  },
  {
    name: 'Vue 2 and Element UI, webpack 3',
    requests: [
      ...signIn,
      list(1, 4),
      addUser({ passwordConfirm: '123456' }),
      {
        send: [
          'PUT',
          'users/{user}',
          {
            id: '{user}',
            username: '{name}',
            mobile: '13812345678',
            type: 1,
            email: 'edited@qq.com',
            create_time: '2026-01-01T00:00:00.000Z',
            mg_state: true,
            role_name: ''
          }
        ],
        status: 200
      },
      findUser(4, { 'users.0.email': 'edited@qq.com' }),
      ...switchState(4),
      ...assignRole(4),
      ...addRole,
      {
        send: ['PUT', 'roles/{role}', { id: '{role}', roleName: '{name}', roleDesc: '改过的', children: [] }],
        status: 200
      },
      ...grantAndRemove('131,136,125,110', '')
    ]
  },
  {
    name: 'Vue 3, Element Plus and TypeScript',
    requests: [
      ...signIn,
      list(1, 5),
      list(1, 50),
      addUser(),
      { send: ['POST', 'users', NEW_USER], status: 422 },
      {
        send: ['PUT', 'users/{user}', { username: '{name}', mobile: '13812345678', email: 'edited@qq.com' }],
        status: 200
      },
      findUser(5, { 'users.0.email': 'edited@qq.com' }),
      ...switchState(5),
      ...assignRole(5),
      ...addRole,
      { send: ['GET', 'roles/{role}'], status: 200, reads: { roleId: '{role}', ...NEW_ROLE } },
      { send: ['PUT', 'roles/{role}', { roleId: '{role}', roleName: '{name}', roleDesc: '改过的描述' }], status: 200 },
      ...grantAndRemove('131,136,125,110', '')
    ]
  },
  {
    name: 'Vue 3 and Element Plus, which names a media type for empty bodies',
    emptyBody: 'application/x-www-form-urlencoded',
    requests: [
      ...signIn,
      list(1, 2),
      addUser(),
      ...switchState(2),
      ...assignRole(2),
      ...addRole,
      ...grantAndRemove('131,136,125,110', '')
    ]
  }
]
