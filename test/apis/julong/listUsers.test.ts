import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { julongRealm } from '../../../src/realms/julong.js'
import { freshName, signedUp } from '../../support/accounts.js'
import { administratorToken, assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong listUsers', () => {
  const server = useServer({ APIS: 'julong' })
  const list = async (query: string) =>
    server.client.get(`${BASE}/user?${query}`, { token: await administratorToken(server) })

  it('answers the same at users', async () => {
    const token = await administratorToken(server)
    for (const query of ['pagenum=1&pagesize=10&query=admin', 'pagenum=1&pagesize=0', 'pagenum=1']) {
      const plural = await server.client.get(`${BASE}/users?${query}`, { token })
      const { status, body } = await list(query)
      assert.deepEqual([plural.status, plural.body], [status, body])
    }
  })

  it('answers the sample administrator as the document prints a user', async () => {
    const { status, body } = await list('pagenum=1&pagesize=10&query=admin')
    assert.equal(status, 200)
    assert.deepEqual(body.meta, { message: '获取成功', status: 200 })
    const { total, pagenum, users } = body.data
    assert.deepEqual([total, pagenum], [1, 1])
    const [{ id, create_time: createTime, ...user }] = users
    assert.equal(typeof id, 'number')
    assert.match(createTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    assert.deepEqual(user, {
      username: 'admin',
      mobile: '123',
      type: 1,
      email: '1371446705@qq.com',
      mg_state: true,
      role_name: '超级管理员'
    })
  })

  it('answers page by page, by id, with the total of all that match', async () => {
    const prefix = freshName('page')
    const ids = []
    for (const digit of [1, 2, 3]) ids.push((await signedUp(server, julongRealm, { name: prefix + digit })).account.id)
    const pages = await Promise.all([1, 2, 3].map((page) => list(`pagenum=${page}&pagesize=2&query=${prefix}`)))
    assert.deepEqual(
      pages.map(({ body }) => body.data.users.map(({ id }: { id: number }) => id)),
      [ids.slice(0, 2), ids.slice(2), []]
    )
    assert.deepEqual(
      pages.map(({ body }) => [body.data.total, body.data.pagenum]),
      [
        [3, 1],
        [3, 2],
        [3, 3]
      ]
    )
  })

  it('finds a part of name, mobile or email in any case, % and _ standing for themselves', async () => {
    const odd = freshName('Odd%_x')
    const values = { mobile: 'm-778899', email: 'Someone@Odd.example' }
    const { account } = await signedUp(server, julongRealm, { name: odd, values })
    await signedUp(server, julongRealm, { name: freshName('oddabx') })
    for (const query of ['odd%_X', '778899', 'SOMEONE@odd']) {
      const { body } = await list(`pagenum=1&pagesize=10&query=${encodeURIComponent(query)}`)
      assert.deepEqual(
        body.data.users.map(({ id }: { id: number }) => id),
        [account.id],
        query
      )
    }
  })

  it('shows a user without a role, and a disabled one', async () => {
    const { account } = await signedUp(server, julongRealm)
    const token = await administratorToken(server)
    await server.client.put(`${BASE}/users/${account.id}/state/false`, { token })
    const { body } = await list(`pagenum=1&pagesize=10&query=${account.name}`)
    assert.deepEqual([body.data.users[0].role_name, body.data.users[0].mg_state], ['', false])
  })

  it('refuses a page that is missing or out of range', async () => {
    for (const query of [
      '',
      'pagenum=1',
      'pagesize=10',
      'pagenum=0&pagesize=10',
      'pagenum=1&pagesize=0',
      'pagenum=1&pagesize=1001',
      'pagenum=1e1&pagesize=10',
      'pagenum=2147483648&pagesize=10',
      'pagenum=1&pagenum=2&pagesize=10',
      'pagenum=1&pagesize=10&query=%00',
      'pagenum=1&pagesize=10&extra=1'
    ]) {
      assertRefused(await list(query), 400, '请求参数错误')
    }
  })

  it('answers the last page number that the contract allows', async () => {
    const { body } = await list('pagenum=2147483647&pagesize=1000')
    assert.deepEqual(body.data.users, [])
  })
})
