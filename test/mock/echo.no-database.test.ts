import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { useMock } from '../support/mock.js'
import type { RequestOptions } from '../support/client.js'

const JULONG = '/api/private/v1'
const ID = '0123456789abcdef01234567'

interface Repeated {
  method: string
  path: string
  sent?: RequestOptions
  /** What the answer has of it. */
  shown: object
}

const all: Record<string, Repeated[]> = {
  tms: [
    {
      method: 'POST',
      path: '/tms/login',
      sent: { form: { username: 'a', password: 'b' } },
      shown: { data: { username: 'a' } }
    },
    {
      method: 'POST',
      path: '/tms/register',
      sent: { json: { username: '新人', password: 'b', telephone: 13800138000 } },
      shown: { data: { username: '新人', nickname: '', gender: '保密', telephone: '13800138000' } }
    },
    {
      method: 'POST',
      path: '/tms/task/create',
      sent: { json: { description: '买菜', price: '12.5' } },
      shown: { data: { description: '买菜', detail: '', type: '', price: 12.5, status: '待办', assignee: null } }
    },
    {
      method: 'PUT',
      path: '/tms/task/update/77',
      sent: { json: { status: '已完成', description: '买花' } },
      shown: {
        data: {
          'old task': [{ id: 77, status: '待办', description: '整理六月的会议纪要' }],
          'new task': [{ id: 77, status: '已完成', description: '买花', detail: '汇总后发到项目群' }]
        }
      }
    },
    {
      method: 'PUT',
      path: '/tms/user/update',
      sent: { json: { nickname: '飞飞' } },
      shown: { data: { 'old user': [{ nickname: '会飞的人' }], 'updated user': [{ nickname: '飞飞', gender: '男' }] } }
    },
    { method: 'GET', path: '/tms/task/info/77', shown: { data: { id: 77 } } }
  ],
  julong: [
    {
      method: 'POST',
      path: `${JULONG}/login`,
      sent: { json: { username: 'a', password: 'b' } },
      shown: { data: { username: 'a' } }
    },
    {
      method: 'POST',
      path: `${JULONG}/users`,
      sent: { json: { username: 'zhang', password: 'b', mobile: 138 } },
      shown: { data: { username: 'zhang', mobile: '138', email: '' } }
    },
    {
      method: 'POST',
      path: `${JULONG}/register`,
      sent: { json: { user: 'zhang', password: 'b' } },
      shown: { data: { userName: 'zhang', password: '******' } }
    },
    { method: 'PUT', path: `${JULONG}/users/9/state/true`, shown: { data: { id: 9 } } },
    { method: 'GET', path: `${JULONG}/users/9`, shown: { data: { id: 9, role_id: 0 } } },
    ...['PUT', 'PATCH'].map((method) => ({
      method,
      path: `${JULONG}/users/9`,
      sent: { json: { email: null } },
      shown: { data: { id: 9, email: '', mobile: '111' } }
    })),
    {
      method: 'PUT',
      path: `${JULONG}/users/9/role`,
      sent: { json: { rid: '31' } },
      shown: { data: { id: 9, rid: '31' } }
    },
    {
      method: 'POST',
      path: `${JULONG}/roles`,
      sent: { json: { roleName: '审计' } },
      shown: { data: { roleName: '审计', roleDesc: '' } }
    },
    { method: 'GET', path: `${JULONG}/roles/9`, shown: { data: { roleId: 9, roleName: '用户管理员' } } },
    {
      method: 'PUT',
      path: `${JULONG}/roles/9`,
      sent: { json: { roleName: '审计' } },
      shown: { data: { roleId: 9, roleName: '审计', roleDesc: '管理用户' } }
    },
    { method: 'GET', path: `${JULONG}/user?pagenum=3&pagesize=2`, shown: { data: { pagenum: 3 } } },
    { method: 'GET', path: `${JULONG}/rights/tree`, shown: { data: [{ id: 125, children: [{ id: 110 }] }] } },
    { method: 'GET', path: `${JULONG}/rights/list`, shown: { data: [{ id: 125, level: '0' }] } },
    { method: 'DELETE', path: `${JULONG}/roles/9/rights/8`, shown: { data: [{ id: 125, children: [{ id: 110 }] }] } }
  ],
  'waste-sorting': [
    ...Object.entries({ admin: 1, b: 0 }).map(([username, role]) => ({
      method: 'POST',
      path: '/api/auth/login',
      sent: { json: { username, password: 'b' } },
      shown: { role }
    })),
    {
      method: 'POST',
      path: '/api/admin/users/create_admin',
      sent: { json: { username: 'b', password: 'b' } },
      shown: { user: { username: 'b', role: 1 } }
    },
    {
      method: 'PUT',
      path: '/api/admin/users/9/status',
      sent: { json: { status: 0 } },
      shown: { user: { id: 9, status: 0, points: 0 } }
    },
    { method: 'GET', path: '/api/admin/users/9', shown: { id: 9 } }
  ],
  'back-office': [{ method: 'GET', path: `/admin/admins/${ID}`, shown: { _id: ID } }]
}

describe('the mock repeats what was sent where the contract’s examples do', () => {
  const mock = useMock()

  for (const [api, repeated] of Object.entries(all)) {
    it(`in ${api}`, async () => {
      for (const { method, path, sent, shown } of repeated) {
        const { status, body } = await mock.client.request(method, path, { token: 'any', ...sent })
        assert.ok(status < 300, `${method} ${path} ${status}`)
        assert.deepEqual(partOf(body, shown), shown, `${method} ${path}`)
      }
    })
  }

  it('in the errors that do so', async () => {
    const headers = { prefer: 'example=wrongPassword' }
    const { body } = await mock.client.post('/tms/login', { form: { username: 'a', password: 'b' }, headers })
    assert.equal(body.data.username, 'a')
  })

  it('but no password', async () => {
    const password = 'a-secret-of-mine'
    const sent: [string, RequestOptions][] = [
      ['/tms/register', { json: { username: 'a', password } }],
      [`${JULONG}/register`, { json: { user: 'a', password } }],
      [`${JULONG}/users`, { json: { userName: 'a', password } }],
      ['/api/admin/users/create_admin', { json: { username: 'a', password } }]
    ]
    for (const [path, options] of sent) {
      const { status, body } = await mock.client.post(path, { token: 'any', ...options })
      assert.ok(status < 300)
      assert.ok(!JSON.stringify(body).includes(password), path)
    }
  })
})

/** The members of `value` that `pattern` has. */
function partOf(value: unknown, pattern: unknown): unknown {
  if (typeof pattern !== 'object' || pattern === null || typeof value !== 'object' || value === null) return value
  const entries = Object.keys(pattern).map((key) => [
    key,
    partOf((value as Record<string, unknown>)[key], (pattern as Record<string, unknown>)[key])
  ])
  return Array.isArray(pattern) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}
