import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { julongRealm } from '../../../src/realms/julong.js'
import { tmsRealm } from '../../../src/realms/tms.js'
import { realmContext } from '../../../src/server/context.js'
import { signToken } from '../../../src/tokens/token.js'
import { expiredToken } from '../../support/accounts.js'
import { administratorToken, assertRefused, BASE, roleWith, userOf } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong requests', () => {
  const server = useServer({ APIS: 'julong' })

  it('answers 无效token to every invalid token', async () => {
    const { account } = await userOf(server, -1)
    const foreign = signToken(tmsRealm, realmContext(server.context, tmsRealm).keys, { ...account } as never)
    const headers = ['', 'x', 'Bearer', 'Bearer x y', `Bearer ${expiredToken(server, julongRealm, account)}`, foreign]
    assertRefused(await server.client.get(`${BASE}/menus`), 401, '无效token')
    for (const authorization of headers) {
      assertRefused(await server.client.get(`${BASE}/menus`, { headers: { authorization } }), 401, '无效token')
    }
  })

  it('answers a body that cannot be parsed with HTTP 400 and meta.status 501', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await server.client.post(`${BASE}/login`, { raw: '{"username":', headers })
    assertRefused(answer, 501, '数据格式校验错误', 400)
  })

  it('answers a broken address with 400', async () => {
    assertRefused(await server.client.get(`${BASE}/users/%ZZ`), 400, '请求参数错误')
  })

  it('refuses a query parameter that the operation does not know', async () => {
    const token = await administratorToken(server)
    assertRefused(await server.client.get(`${BASE}/roles?page=1`, { token }), 400, '请求参数错误')
    const login = { username: 'admin', password: '123456' }
    assertRefused(await server.client.post(`${BASE}/login?x`, { json: login }), 400, '请求参数错误')
  })

  it('takes what the path has in the query once more, and refuses another value', async () => {
    const token = await administratorToken(server)
    const { account } = await userOf(server, -1)
    const path = `${BASE}/users/${account.id}`
    const { status, body } = await server.client.get(`${path}?id=${account.id}`, { token })
    assert.deepEqual([status, body.data.id], [200, account.id])
    const role = await roleWith(server, 'users:create')
    const revoked = await server.client.delete(`${BASE}/roles/${role}/rights/131?roleId=${role}&rightId=131`, { token })
    assert.equal(revoked.status, 200)
    const state = await server.client.put(`${path}/state/false?uid=${account.id}&type=false`, { token })
    assert.equal(state.status, 200)
    for (const query of ['id=1', `id=0${account.id}`, `id=${account.id}&id=${account.id}`, 'id=', `uid=${account.id}`])
      assertRefused(await server.client.get(`${path}?${query}`, { token }), 400, '请求参数错误')
  })

  it('ignores fields of a body that the operation does not name', async () => {
    const token = await administratorToken(server)
    const { account } = await userOf(server, -1)
    const json = { email: 'new@example.com', role_id: 0, disabled: true, password_hash: 'x', id: 1 }
    const { body } = await server.client.put(`${BASE}/users/${account.id}`, { token, json })
    assert.deepEqual(body.data, {
      id: account.id,
      username: account.name,
      role_id: -1,
      mobile: '',
      email: 'new@example.com'
    })
  })

  it('answers an unknown path, another method and another media type in its own body', async () => {
    assertRefused(await server.client.get(`${BASE}/nothing`), 404, '请求的地址不存在')
    const answer = await server.client.delete(`${BASE}/login`)
    assertRefused(answer, 405, '请求方法不被允许')
    assert.equal(answer.headers.get('allow'), 'OPTIONS, POST')
    assertRefused(await server.client.post(`${BASE}/login`, { form: { username: 'admin' } }), 415, '不支持的媒体类型')
    const json = { username: 'admin', password: 'x'.repeat(200_000) }
    assertRefused(await server.client.post(`${BASE}/login`, { json }), 413, '请求体过大')
  })

  it('answers OPTIONS with what a client may set', async () => {
    const { status, headers, body } = await server.client.request('OPTIONS', `${BASE}/users/1`)
    assert.equal(status, 200)
    assert.equal(headers.get('allow'), 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT')
    assert.deepEqual(body, { GET: [], PUT: ['email', 'mobile'], PATCH: ['email', 'mobile'], DELETE: [] })
  })

  it('refuses every operation that needs a right to a user without a role', async () => {
    const { token } = await userOf(server, -1)
    const requests: [string, string, unknown?][] = [
      ['GET', 'user?pagenum=1&pagesize=1'],
      ['POST', 'users', { userName: 'x', password: 'x' }],
      ['PUT', 'users/1/state/false'],
      ['GET', 'users/1'],
      ['PUT', 'users/1', {}],
      ['DELETE', 'users/1'],
      ['PUT', 'users/1/role', { rid: 30 }],
      ['GET', 'rights/list'],
      ['GET', 'roles'],
      ['POST', 'roles', { roleName: 'x' }],
      ['GET', 'roles/30'],
      ['PUT', 'roles/30', { roleName: 'x' }],
      ['DELETE', 'roles/30'],
      ['POST', 'roles/30/rights', { rids: '' }],
      ['DELETE', 'roles/30/rights/131']
    ]
    for (const [method, path, json] of requests) {
      assertRefused(await server.client.request(method, `${BASE}/${path}`, { token, json }), 403, '没有访问权限')
    }
  })
})
