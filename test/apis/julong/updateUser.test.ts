import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, FORBIDDEN, NOBODY, userOf, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong updateUser', () => {
  const server = useServer({ APIS: 'julong' })
  const update = async (id: number, json: unknown, token?: string) =>
    server.client.put(`${BASE}/users/${id}`, { token: token ?? (await administratorToken(server)), json })

  it('changes email and mobile', async () => {
    const { account } = await userOf(server, -1)
    const { status, body } = await update(account.id, { email: '1371446705@qq.com', mobile: '111' })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: { id: account.id, username: account.name, role_id: -1, mobile: '111', email: '1371446705@qq.com' },
      meta: { message: '更新成功', status: 200 }
    })
  })

  it('keeps a field that is left out and empties one that is empty or null', async () => {
    const { account } = await userOf(server, -1)
    await update(account.id, { email: 'a@b.c', mobile: '111' })
    const { body } = await update(account.id, { email: '' })
    assert.deepEqual([body.data.email, body.data.mobile], ['', '111'])
    const nulled = await update(account.id, { mobile: null })
    assert.equal(nulled.body.data.mobile, '')
    assert.equal((await update(account.id, { mobile: 111 })).body.data.mobile, '111')
    const unchanged = await update(account.id, {})
    assert.deepEqual([unchanged.status, unchanged.body.data.mobile], [200, '111'])
  })

  it('may be sent with PATCH', async () => {
    const { account } = await userOf(server, -1)
    const options = { token: await administratorToken(server), json: { mobile: '112' } }
    const { status, body } = await server.client.request('PATCH', `${BASE}/users/${account.id}`, options)
    assert.deepEqual([status, body.data.mobile], [200, '112'])
  })

  it('refuses a user that is not there, and a body that breaks its schema', async () => {
    assertRefused(await update(NOBODY, { email: '' }), 404, '用户不存在')
    for (const json of [{ email: 1 }, { mobile: true }, { mobile: 'x'.repeat(65) }, { email: '\ud800' }]) {
      assertRefused(await update(1, json), 422, '请求参数错误')
    }
  })

  it('refuses a user of a higher role, and lets users change themselves', async () => {
    const { account, token } = await userWith(server, 'users:update')
    const { account: higher } = await userWith(server, 'users:update', 'roles:grant')
    const { account: highest } = await userOf(server, 0)
    assert.equal((await update(account.id, { mobile: '1' }, token)).status, 200)
    for (const { id } of [higher, highest]) {
      assertRefused(await update(id, { email: 'mine@example.com' }, token), 403, FORBIDDEN)
      const kept = await server.db('julong.accounts').where({ id }).first('email')
      assert.equal(kept.email, '')
    }
  })
})
