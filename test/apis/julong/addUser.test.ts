import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { administratorToken, assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong addUser', () => {
  const server = useServer({ APIS: 'julong' })
  const add = async (json: unknown) =>
    server.client.post(`${BASE}/users`, { token: await administratorToken(server), json })

  it('answers the new user as the document prints it', async () => {
    const { status, body } = await add({
      userName: 'xujs888',
      password: '123456',
      email: 'test@qq.com',
      mobile: 'test'
    })
    assert.equal(status, 201)
    const { id, create_time: createTime, ...data } = body.data
    assert.equal(typeof id, 'number')
    assert.match(createTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    assert.ok(Math.abs(Date.parse(createTime) - Date.now()) < 60_000)
    assert.deepEqual(
      { data, meta: body.meta },
      {
        data: {
          rid: -1,
          username: 'xujs888',
          mobile: 'test',
          type: 1,
          openid: '',
          email: 'test@qq.com',
          modify_time: null,
          is_delete: false,
          is_active: false
        },
        meta: { message: '用户创建成功', status: 201 }
      }
    )
  })

  it('adds a user that can log in, without email and mobile too', async () => {
    const userName = freshName()
    const { body } = await add({ userName, password: 'x' })
    assert.deepEqual([body.data.email, body.data.mobile], ['', ''])
    const json = { username: userName, password: 'x' }
    assert.equal((await server.client.post(`${BASE}/login`, { json })).status, 200)
  })

  it('takes the name as username too, and userName before it', async () => {
    const names = [freshName(), freshName()]
    const aliased = await add({ username: names[0], password: 'x' })
    assert.deepEqual([aliased.status, aliased.body.data.username], [201, names[0]])
    const both = await add({ userName: names[1], username: 'admin', password: 'x' })
    assert.deepEqual([both.status, both.body.data.username], [201, names[1]])
  })

  it('stores a number as mobile as text, and null as empty text', async () => {
    const filled = await add({ userName: freshName(), password: 'x', mobile: 13800138000, email: null })
    assert.deepEqual([filled.body.data.mobile, filled.body.data.email], ['13800138000', ''])
    const empty = await add({ userName: freshName(), password: 'x', mobile: null })
    assert.equal(empty.body.data.mobile, '')
  })

  it('refuses a name that is taken, whatever its case, width and surrounding space', async () => {
    for (const userName of ['admin', 'ADMIN', ' admin ', 'ａｄｍｉｎ']) {
      assertRefused(await add({ userName, password: 'x' }), 422, '用户名已存在')
    }
  })

  it('adds one of two users of one name at once', async () => {
    const userName = freshName()
    const answers = await Promise.all([1, 2, 3].map(() => add({ userName, password: 'x' })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422])
  })

  it('refuses a body that breaks its schema', async () => {
    for (const json of [
      {},
      { userName: 'x' },
      { userName: ' ', password: 'x' },
      { userName: 'x'.repeat(65), password: 'x' },
      { userName: 'x', password: '' },
      { userName: 'x', password: 'x'.repeat(73) },
      { userName: null, username: 'x', password: 'x' },
      { userName: 'x', password: 'x', email: 1 },
      { userName: 'x', password: 'x', mobile: 1.5 },
      { userName: 'x', password: 'x', mobile: -1 },
      { userName: 'x', password: 'x', mobile: 2 ** 53 },
      { userName: 'x\0', password: 'x' },
      []
    ]) {
      assertRefused(await add(json), 422, '请求参数错误')
    }
  })
})
