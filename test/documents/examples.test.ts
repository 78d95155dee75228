import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { login } from '../support/sessions.js'
import { databaseWithoutAccounts } from '../support/database.js'
import { startServer, useServer, type TestServer } from '../support/server.js'

/*
 * Every request that the documents print, as they print it: path, method, fields and values. Bodies are compared by
 * their keys where the document's values are those of its own database.
 */

const JULONG = '/api/private/v1'

/** The keys of a value, in place of its values: what the documents' examples fix. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shape(child)]))
}

describe('examples of tms.md', () => {
  const server = useServer({ APIS: 'tms' })
  const userShape = {
    created_time: 'string',
    updated_time: 'string',
    id: 'number',
    username: 'string',
    nickname: 'string',
    gender: 'string',
    telephone: 'string'
  }

  it('logs 32088 in, and refuses 320884 and a wrong password', async () => {
    const good = await server.client.post('/tms/login', { form: { username: '32088', password: 'zhou0914.' } })
    assert.equal(good.status, 200)
    assert.equal(good.body.message, '登录成功')
    assert.deepEqual(shape(good.body.data), { username: 'string', token: 'string', access_token: 'string' })
    assert.equal(good.body.data.token, `bearer ${good.body.data.access_token}`)
    const unknown = await server.client.post('/tms/login', { form: { username: '320884', password: 'x' } })
    assert.deepEqual(unknown.body, { code: 400, message: '用户名不存在', data: { username: '320884' } })
    const wrong = await server.client.post('/tms/login', { form: { username: '32088', password: 'x' } })
    assert.deepEqual(wrong.body, { code: 400, message: '用户密码错误', data: { username: '32088' } })
  })

  it('shows the caller, the list, and the change of one’s own data', async () => {
    const token = await login(server.client, 'tms', '32089', 'zhou0914.')
    const me = await server.client.get('/tms/user/me', { token })
    assert.equal(me.body.message, '查询成功')
    assert.deepEqual(shape(me.body.data), userShape)
    const list = await server.client.get('/tms/user/list', { token })
    assert.deepEqual(shape(list.body.data), { total: 'number', users: [userShape] })
    const change = { username: '32089', nickname: '会飞的神', gender: '男', telephone: '150652189936' }
    const update = await server.client.put('/tms/user/update', { token, json: change })
    assert.equal(update.status, 200)
    assert.equal(update.body.message, '修改成功')
    assert.deepEqual(shape(update.body.data), { 'old user': [userShape], 'updated user': [userShape] })
    assert.equal(update.body.data['updated user'][0].nickname, '会飞的神')
  })

  it('refuses a request without a token', async () => {
    for (const path of ['/tms/user/me', '/tms/user/list']) {
      const { status, body } = await server.client.get(path)
      assert.equal(status, 401)
      assert.deepEqual(body, { detail: 'Not authenticated' })
    }
  })
})

describe('the registration of tms.md', () => {
  let server: TestServer
  before(async () => {
    server = await startServer({ APIS: 'tms' }, databaseWithoutAccounts)
  })
  after(() => server.stop())

  it('registers 32089 once', async () => {
    const json = {
      username: '32089',
      password: 'zhou0914.',
      nickname: '会飞的猪',
      gender: '男',
      telephone: '13425636267'
    }
    const first = await server.client.post('/tms/register', { json })
    assert.equal(first.status, 200)
    assert.equal(first.body.message, '注册成功')
    const { created_time: created, updated_time: updated, id, ...rest } = first.body.data
    assert.match(created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+08:00$/)
    assert.deepEqual([updated, typeof id], [created, 'number'])
    assert.deepEqual(rest, { username: '32089', nickname: '会飞的猪', gender: '男', telephone: '13425636267' })
    const second = await server.client.post('/tms/register', { json })
    assert.deepEqual(second.body, { code: 400, message: '用户名已存在', data: { username: '32089' } })
  })
})

describe('examples of julong.md', () => {
  const server = useServer({ APIS: 'julong' })

  it('answers 2.1 to 3.7', async () => {
    const { client } = server
    const entry = await client.post(`${JULONG}/login`, { json: { username: 'admin', password: '123456' } })
    assert.deepEqual(entry.body.meta, { message: '登录成功', status: 200 })
    assert.deepEqual(Object.keys(entry.body.data).sort(), ['email', 'id', 'mobile', 'rid', 'token', 'username'])
    const headers = { authorization: entry.body.data.token }
    const list = await client.get(`${JULONG}/user?query=&pagenum=1&pagesize=5`, { headers })
    assert.deepEqual(list.body.meta, { message: '获取成功', status: 200 })
    assert.deepEqual(Object.keys(list.body.data), ['total', 'pagenum', 'users'])
    const newUser = { userName: 'xujs888', password: '123456', email: 'test@qq.com', mobile: 'test' }
    const added = await client.post(`${JULONG}/users`, { headers, json: newUser })
    assert.deepEqual([added.status, added.body.meta], [201, { message: '用户创建成功', status: 201 }])
    const registered = await client.post(`${JULONG}/register`, { json: { user: '123', password: '123456' } })
    assert.deepEqual(registered.body, {
      data: { userName: '123', password: '******' },
      meta: { status: 200, message: '注册成功' }
    })
    const free = await client.post(`${JULONG}/isExist`, { json: { userName: 'nobody' } })
    assert.deepEqual(free.body, { data: {}, meta: { message: '用户名可以使用', status: 205 } })

    const user = `${JULONG}/users/${added.body.data.id}`
    const state = await client.put(`${user}/state/false`, { headers })
    assert.deepEqual(state.body.meta, { message: '设置状态成功', status: 200 })
    assert.equal(state.body.data.mg_state, 0)
    const found = await client.get(user, { headers })
    assert.deepEqual(found.body.meta, { message: '查询成功', status: 200 })
    const edited = await client.put(user, { headers, json: { email: '1371446705@qq.com', mobile: '111' } })
    assert.deepEqual(edited.body.meta, { message: '更新成功', status: 200 })
    assert.equal(edited.body.data.mobile, '111')
    const role = await client.put(`${user}/role`, { headers, json: { rid: 30 } })
    assert.deepEqual([role.body.meta, role.body.data.rid], [{ message: '设置角色成功', status: 200 }, '30'])
    const removed = await client.delete(user, { headers })
    assert.deepEqual(removed.body, { data: null, meta: { message: '删除成功', status: 200 } })
  })
})

describe('examples of waste-sorting.md', () => {
  const server = useServer({ APIS: 'waste-sorting' })

  it('answers the user module', async () => {
    const { client } = server
    const xx = { username: 'xx', password: 'yy' }
    const registered = await client.post('/api/auth/register', { json: xx })
    assert.deepEqual([registered.status, registered.body], [201, { message: '用户注册成功' }])
    const again = await client.post('/api/auth/register', { json: xx })
    assert.deepEqual([again.status, again.body], [409, { message: '用户名已存在' }])
    const entry = await client.post('/api/auth/login', { json: { username: 'usertest', password: 'usertest' } })
    assert.deepEqual([entry.status, entry.body.message, entry.body.role], [200, '登录成功', 0])
    const wrong = await client.post('/api/auth/login', { json: xx })
    assert.equal(wrong.status, 200)
    const change = { current_password: 'yy', new_password: 'new_password' }
    const changed = await client.put('/api/auth/change_password', { token: wrong.body.token, json: change })
    assert.deepEqual([changed.status, changed.body], [200, { message: '密码修改成功' }])
  })

  it('answers the administrator module', async () => {
    const { client } = server
    const token = await login(client, 'waste-sorting', 'admintest', 'admintest')
    const list = await client.get('/api/admin/users', { token })
    assert.deepEqual(list.body.slice(0, 2), [
      { id: 1, username: 'admintest', role: 1, points: 0, status: 0 },
      { id: 2, username: 'usertest', role: 0, points: 100, status: 0 }
    ])
    const one = await client.get('/api/admin/users/2', { token })
    assert.deepEqual(Object.keys(one.body).sort(), ['id', 'points', 'role', 'status', 'username'])
    const banned = await client.put('/api/admin/users/2/status', { token, json: { status: 1 } })
    assert.equal(banned.body.message, '用户 usertest 状态已更新')
    const newAdmin = { username: 'newadmin', password: 'newpassword123' }
    const created = await client.post('/api/admin/users/create_admin', { token, json: newAdmin })
    assert.deepEqual([created.status, created.body.message], [201, '管理员账户创建成功'])
    assert.deepEqual([created.body.user.role, created.body.user.username], [1, 'newadmin'])
    const set = await client.put('/api/admin/users/2/set_password', { token, json: { new_password: 'new_password' } })
    assert.deepEqual([set.status, set.body], [200, { message: "用户 'usertest' 的密码已更新" }])
  })
})

describe('examples of user-login.md', () => {
  const server = useServer({ APIS: 'user-login' })

  it('answers both spellings of the reset, one after the other', async () => {
    const { client } = server
    const email = 'user@example.com'
    const first = { email, old_password: 'currentpassword', new_password: 'newpassword123' }
    const second = { email, old_password: 'newpassword123', new_password: 'currentpassword' }
    for (const [path, json] of [
      ['/api/users/reset_password', first] as const,
      ['/api/users/reset-password', second] as const
    ]) {
      const { status, body } = await client.post(path, { json })
      assert.deepEqual([status, body], [200, { message: 'Password has been reset successfully.' }])
    }
  })

  it('answers login, me, refresh and logout', async () => {
    const { client } = server
    const entry = await client.post('/api/users/login', {
      json: { email: 'user@example.com', password: 'currentpassword' }
    })
    const { access_token: token, ...rest } = entry.body
    assert.deepEqual(rest, { token_type: 'bearer', expires_in: 180 })
    const keys = ['email', 'first_name', 'last_name', 'phone_number']
    for (const path of ['/api/users/me', '/api/me']) {
      assert.deepEqual(Object.keys((await client.get(path, { token })).body), keys)
    }
    const fresh = await client.post('/api/users/refresh_token', { token })
    assert.deepEqual(Object.keys(fresh.body), ['access_token', 'token_type', 'expires_in'])
    const out = await client.post('/api/users/logout', { token: fresh.body.access_token })
    assert.deepEqual(out.body, { message: 'You have been logged out.' })
  })
})

describe('examples of back-office.md', () => {
  const server = useServer({ APIS: 'back-office' })

  it('answers 1.2.1 to 1.3.6', async () => {
    const { client } = server
    const entry = await client.post('/admin/login', { json: { name: 'auroralorigin', password: '123456' } })
    assert.equal(typeof entry.body, 'string')
    const headers = { authorization: entry.body as string }
    const list = await client.get('/admin/admins?query=&pagenum=1&pagesize=5', { headers })
    assert.deepEqual(shape(list.body), {
      data: [
        {
          state: 'boolean',
          _id: 'string',
          name: 'string',
          password: 'string',
          mobile: 'string',
          email: 'string',
          role: 'string',
          __v: 'number'
        }
      ],
      totalpage: 'number'
    })
    const created = await client.post('/admin/admins', { headers, json: { name: 'second', password: '123456' } })
    assert.deepEqual([created.status, created.body], [201, null])
    const { data } = (await client.get('/admin/admins?query=second&pagenum=1&pagesize=5', { headers })).body
    const admin = `/admin/admins/${data[0]._id}`
    const writes = [
      await client.put(`${admin}/state/false`, { headers }),
      await client.put(admin, { headers, json: { email: 'a@b.c', mobile: '13888888888' } }),
      await client.put(`${admin}/role`, { headers, json: { rid: 1 } }),
      await client.delete(admin, { headers })
    ]
    for (const { status, body } of writes) assert.deepEqual([status, body], [200, null])
  })
})
