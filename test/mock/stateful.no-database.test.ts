import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { apisUnderTest, assertAnswer, tokenOf, type ApiUnderTest } from '../http/api-under-test.js'
import type { RealmName } from '../../src/config/realm-names.js'
import { useMock } from '../support/mock.js'

const JULONG = '/api/private/v1'
const USERS = '/api/users'

describe('the mock with state', () => {
  const mock = useMock({ stateful: true })
  const tokens = {} as Record<RealmName, string>
  before(async () => {
    for (const api of apisUnderTest) tokens[api.name] = await tokenOf(mock.client, api)
  })

  const as = (api: RealmName, more: object = {}) => ({ token: tokens[api], ...more })

  it('lists, changes and deletes what is created in tms', async () => {
    const { client } = mock
    const listed = async () => (await client.get('/tms/task/list', as('tms'))).body.data
    assert.deepEqual(await listed(), { total: 0, tasks: [] })
    const { data } = (await client.post('/tms/task/create', as('tms', { json: { description: '买菜' } }))).body
    assert.deepEqual([data.description, data.publisher], ['买菜', 'admin'])
    await client.put(`/tms/task/update/${data.id}`, as('tms', { json: { status: '已完成' } }))
    assert.deepEqual(
      (await listed()).tasks.map(({ status }: { status: string }) => status),
      ['已完成']
    )
    assert.equal((await client.delete(`/tms/task/delete/${data.id}`, as('tms'))).status, 200)
    assert.equal((await listed()).total, 0)
    assert.equal((await client.get(`/tms/task/info/${data.id}`, as('tms'))).status, 404)
  })

  it('lists, changes and deletes what is created in julong', async () => {
    const { client } = mock
    const user = { userName: 'zhang', password: 'b', mobile: '1' }
    const found = async () =>
      (await client.get(`${JULONG}/user?pagenum=1&pagesize=5&query=zhang`, as('julong'))).body.data
    const { id } = (await client.post(`${JULONG}/users`, as('julong', { json: user }))).body.data
    assert.equal((await client.post(`${JULONG}/users`, as('julong', { json: user }))).body.meta.message, '用户名已存在')
    await client.put(`${JULONG}/users/${id}`, as('julong', { json: { mobile: '2' } }))
    await client.put(`${JULONG}/users/${id}/state/false`, as('julong'))
    const [listed] = (await found()).users
    assert.deepEqual([listed.id, listed.mobile, listed.mg_state], [id, '2', false])
    await client.delete(`${JULONG}/users/${id}`, as('julong'))
    assert.equal((await found()).total, 0)
  })

  it('lists and changes what is created in waste-sorting', async () => {
    const { client } = mock
    const created = await client.post(
      '/api/admin/users/create_admin',
      as('waste-sorting', { json: { username: 'second', password: 'b' } })
    )
    const { id } = created.body.user
    await client.put(`/api/admin/users/${id}/status`, as('waste-sorting', { json: { status: 1 } }))
    const { body, headers } = await client.get('/api/admin/users?limit=10', as('waste-sorting'))
    assert.equal(headers.get('x-total-count'), '3')
    assert.deepEqual(body.at(-1), { id, username: 'second', role: 1, points: 0, status: 1 })
    assert.equal((await client.post('/api/auth/login', { json: { username: 'second', password: 'b' } })).status, 403)
  })

  it('keeps who registers in user-login, their password and the end of their tokens', async () => {
    const { client } = mock
    const email = 'new@example.com'
    const person = { email, password: 'b', first_name: '三', last_name: '张', phone_number: '1' }
    assert.ok((await client.post(`${USERS}/register`, { json: person })).status < 300)
    assert.equal((await client.post(`${USERS}/register`, { json: person })).body.detail, 'Email already registered')
    const logIn = (password: string) => client.post(`${USERS}/login`, { json: { email, password } })
    const token = (await logIn('b')).body.access_token
    assert.deepEqual((await client.get(`${USERS}/me`, { token })).body.first_name, '三')
    const change = { email, old_password: 'b', new_password: 'c' }
    assert.equal((await client.post(`${USERS}/reset_password`, { json: change })).status, 200)
    assert.equal((await client.get(`${USERS}/me`, { token })).status, 401)
    assert.equal((await logIn('b')).status, 400)
    assert.equal((await logIn('c')).status, 200)
  })

  it('lists, changes and deletes what is created in back-office', async () => {
    const { client } = mock
    const found = async () =>
      (await client.get('/admin/admins?pagenum=1&pagesize=5&query=second', as('back-office'))).body
    await client.post('/admin/admins', as('back-office', { json: { name: 'second', password: 'b' } }))
    const [{ _id }] = (await found()).data
    await client.put(`/admin/admins/${_id}`, as('back-office', { json: { email: 'a@b.cc' } }))
    assert.equal((await client.get(`/admin/admins/${_id}`, as('back-office'))).body.email, 'a@b.cc')
    assert.equal((await client.delete(`/admin/admins/${_id}`, as('back-office'))).status, 200)
    assert.deepEqual(await found(), { data: [], totalpage: 0 })
  })

  for (const api of apisUnderTest) {
    it(`answers a preferred status or example of ${api.name} without changing anything`, async () => {
      for (const prefer of ['code=422', 'code=400', 'code=503', 'code=200', 'dynamic=true']) {
        const status = statusOf(prefer, api)
        if (status === undefined) continue
        const answer = await wrongLogin(api, prefer)
        assertAnswer(api, answer, status)
      }
      assert.ok((await wrongLogin(api, 'delay=1')).status >= 400)
      assert.ok((await wrongLogin(api, 'dynamic=false')).status >= 400)
    })

    it(`refuses a token that ${api.name} did not sign`, async () => {
      const operation = api.operations.find(({ needsToken, method }) => needsToken && method === 'GET')!
      const answer = await mock.client.get(operation.path, { token: 'any', headers: { prefer: 'code=200' } })
      assert.equal(answer.status, 401)
    })
  }

  it('refuses what it does not know in Prefer', async () => {
    for (const api of apisUnderTest) {
      for (const prefer of ['foo=1', 'delay=60001', 'code=418']) assertAnswer(api, await wrongLogin(api, prefer), 400)
    }
  })

  it('has the documentation and the contracts', async () => {
    for (const path of ['/docs/', '/docs/julong/', '/openapi/julong.yaml', '/openapi/julong.json']) {
      assert.equal((await fetch(mock.origin + path)).status, 200, path)
    }
  })

  it('makes lists as long as rows says, beside its own', async () => {
    const headers = { prefer: 'rows=1000' }
    assert.equal((await mock.client.get('/tms/user/list', as('tms', { headers }))).body.data.users.length, 1000)
    assert.equal((await mock.client.get('/tms/user/list', as('tms'))).body.data.users.length, 4)
  })

  it('logs no internal error', () =>
    assert.deepEqual(
      mock.logged.filter((line) => line.includes('internal error')),
      []
    ))

  const wrongLogin = ({ login }: ApiUnderTest, prefer: string) => {
    const fields = Object.fromEntries(Object.keys(login.body!.example as object).map((field) => [field, 'nobody']))
    const form = login.body!.mediaType !== 'application/json'
    return mock.client.request(login.method, login.path, {
      ...(form ? { form: fields } : { json: fields }),
      headers: { prefer }
    })
  }
})

/** What the login answers then; undefined where it documents no such status. */
function statusOf(prefer: string, { login }: ApiUnderTest): number | undefined {
  if (prefer === 'dynamic=true') return 200
  const code = prefer.slice('code='.length)
  return login.responses.has(code) || code === '503' ? Number(code) : undefined
}
