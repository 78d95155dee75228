import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong checkUserName', () => {
  const server = useServer({ APIS: 'julong' })
  const check = (json: unknown) => server.client.post(`${BASE}/isExist`, { json })

  it('answers HTTP 200 and meta.status 205 for a name that is free', async () => {
    const { status, body } = await check({ userName: 'xujs888' })
    assert.equal(status, 200)
    assert.deepEqual(body, { data: {}, meta: { message: '用户名可以使用', status: 205 } })
  })

  it('answers HTTP 200 and meta.status 422 for a name that is taken, compared as registration does', async () => {
    for (const userName of ['admin', ' ADMIN', 'ａdmin']) {
      const { status, body } = await check({ userName })
      assert.equal(status, 200)
      assert.deepEqual(body, { data: {}, meta: { message: '用户名已存在', status: 422 } })
    }
  })

  it('refuses a body that breaks its schema', async () => {
    for (const json of [{}, { userName: '' }, { userName: 1 }]) assertRefused(await check(json), 422, '请求参数错误')
  })
})
