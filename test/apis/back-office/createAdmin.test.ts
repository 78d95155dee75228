import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { freshName, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('back-office createAdmin', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  const create = (json: unknown, by = token) => server.client.post('/admin/admins', { token: by, json })
  const find = async (name: string) =>
    (await server.client.get(`/admin/admins?pagenum=1&pagesize=1&query=${name}`, { token })).body.data[0]

  before(async () => {
    token = (await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })).token
  })

  it('adds an enabled viewer who can log in, and answers null', async () => {
    const name = freshName()
    const { status, headers, body } = await create({ name, password: 'pw', email: 'a@b.c', mobile: '13888888888' })
    assert.equal(status, 201)
    assert.match(headers.get('content-type')!, /^application\/json/)
    assert.equal(body, null)
    const { state, email, mobile, role } = await find(name)
    assert.deepEqual(
      { state, email, mobile, role },
      { state: true, email: 'a@b.c', mobile: '13888888888', role: 'viewer' }
    )
    await login(server.client, 'back-office', name, 'pw')
  })

  it('keeps what is left out as the empty string and writes only what the operation names', async () => {
    const name = freshName()
    const { status } = await create({ name, password: 'pw', role_id: 1, rid: 1, state: false, __v: 9, _id: 'x' })
    assert.equal(status, 201)
    const { _id: id, ...admin } = await find(name)
    assert.match(id, /^[0-9a-f]{24}$/)
    assert.deepEqual(admin, { state: true, name, password: '******', mobile: '', email: '', role: 'viewer', __v: 0 })
  })

  it('stores a number as mobile as text, and null as the empty string', async () => {
    const name = freshName()
    assert.equal((await create({ name, password: 'pw', mobile: 13888888888, email: null })).status, 201)
    const { mobile, email } = await find(name)
    assert.deepEqual([mobile, email], ['13888888888', ''])
  })

  it('refuses a taken name in any case, also when two come at once', async () => {
    const { status, body } = await create({ name: 'AuroralOrigin ', password: 'pw' })
    assert.equal(status, 409)
    assert.deepEqual(body, { message: '用户名已存在' })
    const name = freshName()
    const answers = await Promise.all([create({ name, password: 'pw' }), create({ name, password: 'pw' })])
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 409])
  })

  it('refuses a body that breaks the schema', async () => {
    const name = freshName()
    for (const json of [{}, { name }, { name, password: '' }, { name, password: 'é'.repeat(37) }]) {
      const { status, body } = await create(json)
      assert.equal(status, 422, JSON.stringify(json))
      assert.equal(body.message, '请求参数错误')
    }
  })

  it('refuses a viewer', async () => {
    const viewer = await signedUp(server, backOfficeRealm)
    const { status, body } = await create({ name: freshName(), password: 'pw' }, viewer.token)
    assert.equal(status, 403)
    assert.deepEqual(body, { message: '没有访问权限' })
  })
})
