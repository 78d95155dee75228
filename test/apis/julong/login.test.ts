import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { julongRealm } from '../../../src/realms/julong.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { administratorToken, assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong login', () => {
  const server = useServer({ APIS: 'julong' })
  const login = (username: string, password: string) =>
    server.client.post(`${BASE}/login`, { json: { username, password } })

  it('answers the sample administrator as the document prints it', async () => {
    const { status, body } = await login('admin', '123456')
    assert.equal(status, 200)
    const { id, token, ...data } = body.data
    assert.deepEqual(
      { data, meta: body.meta },
      {
        data: { rid: 0, username: 'admin', mobile: '123', email: '1371446705@qq.com' },
        meta: { message: '登录成功', status: 200 }
      }
    )
    const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
    assert.deepEqual([claims.uid, claims.rid, claims.exp - claims.iat], [id, 0, 86_400])
  })

  it('answers a token that is taken with its word, in any case, and bare', async () => {
    const { body } = await login('admin', '123456')
    const [, bare] = body.data.token.split(' ')
    for (const authorization of [body.data.token, `bearer ${bare}`, bare]) {
      const { status } = await server.client.get(`${BASE}/menus`, { headers: { authorization } })
      assert.equal(status, 200, authorization)
    }
  })

  it('refuses an unknown name and a wrong password alike', async () => {
    assertRefused(await login('nobody', '123456'), 400, '用户名或密码错误')
    assertRefused(await login('admin', '654321'), 400, '用户名或密码错误')
  })

  it('reveals a disabled account only with the right password', async () => {
    const { account } = await signedUp(server, julongRealm)
    const token = await administratorToken(server)
    await server.client.put(`${BASE}/users/${account.id}/state/false`, { token })
    assertRefused(await login(account.name, PASSWORD), 403, '该用户已被禁用')
    assertRefused(await login(account.name, 'wrong'), 400, '用户名或密码错误')
  })

  it('refuses a body that lacks a field', async () => {
    assertRefused(await server.client.post(`${BASE}/login`, { json: { username: 'admin' } }), 422, '请求参数错误')
  })
})
