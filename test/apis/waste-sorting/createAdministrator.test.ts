import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

const PATH = '/api/admin/users/create_admin'

describe('waste-sorting createAdministrator', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })

  it('creates an administrator who may administer at once', async () => {
    const username = freshName('admin')
    const { status, body } = await server.client.post(PATH, { token, json: { username, password: 'newpassword123' } })
    assert.equal(status, 201)
    assert.equal(body.message, '管理员账户创建成功')
    assert.deepEqual(body.user, { id: body.user.id, points: 0, role: 1, status: 0, username })
    const theirs = await login(server.client, 'waste-sorting', username, 'newpassword123')
    assert.equal((await server.client.get(`/api/admin/users/${body.user.id}`, { token: theirs })).status, 200)
  })

  it('writes only the fields that it names', async () => {
    const json = { username: freshName('admin'), password: 'yy', id: 1, role: 0, points: 7, status: 1 }
    const { status, body } = await server.client.post(PATH, { token, json })
    assert.equal(status, 201)
    assert.deepEqual({ ...body.user, id: 0 }, { id: 0, points: 0, role: 1, status: 0, username: json.username })
  })

  it('refuses a taken name, of ten requests at once all but one', async () => {
    const taken = await server.client.post(PATH, { token, json: { username: 'UserTest', password: 'yy' } })
    assert.equal(taken.status, 409)
    assert.deepEqual(taken.body, { message: '用户名已存在' })
    const json = { username: freshName('admin'), password: 'yy' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.client.post(PATH, { token, json })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(9).fill(409)])
  })

  it('refuses a body that lacks a field or breaks its schema', async () => {
    for (const json of [
      {},
      { username: freshName() },
      { username: ' ', password: 'yy' },
      { username: 'x'.repeat(65), password: 'yy' },
      { username: freshName(), password: 'x'.repeat(73) }
    ]) {
      const { status, body } = await server.client.post(PATH, { token, json })
      assert.equal(status, 400)
      assert.equal(body.message, '请求参数不完整')
    }
  })
})
