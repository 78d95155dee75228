import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office listAdmins', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  const list = (query: string) => server.client.get(`/admin/admins?${query}`, { token })

  before(async () => {
    // A viewer, who may list.
    token = (await signedUp(server, backOfficeRealm, { name: 'mary', values: { mobile: '139', email: 'M@x.org' } }))
      .token
    await signedUp(server, backOfficeRealm, { name: '50%_off' })
  })

  it('answers the sample account as printed, its password hidden', async () => {
    const { status, body } = await list('query=aurora&pagenum=1&pagesize=10')
    assert.equal(status, 200)
    const [{ _id: id, ...admin }] = body.data
    assert.match(id, /^[0-9a-f]{24}$/)
    assert.deepEqual(admin, {
      state: true,
      name: 'auroralorigin',
      password: '******',
      mobile: '13888888888',
      email: '226608960@qq.com',
      role: 'admin',
      __v: 0
    })
    assert.equal(body.totalpage, 1)
  })

  it('answers page by page by id, totalpage being the number of records', async () => {
    const pages = [await list('pagenum=1&pagesize=2'), await list('pagenum=2&pagesize=2')]
    const ids = pages.flatMap(({ body }) => body.data.map((admin: { _id: string }) => admin._id))
    assert.equal(ids.length, 3)
    assert.deepEqual(ids, ids.toSorted())
    assert.deepEqual(
      pages.map(({ body }) => body.totalpage),
      [3, 3]
    )
    assert.deepEqual((await list('pagenum=2147483647&pagesize=1000')).body, { data: [], totalpage: 3 })
  })

  it('searches name, mobile and email, in any case and literally', async () => {
    const found = async (query: string) => {
      const { body } = await list(`pagenum=1&pagesize=10&query=${encodeURIComponent(query)}`)
      assert.equal(body.totalpage, body.data.length)
      return body.data.map((admin: { name: string }) => admin.name).sort()
    }
    assert.deepEqual(await found('MAR'), ['mary'])
    assert.deepEqual(await found('m@X'), ['mary'])
    assert.deepEqual(await found('139'), ['mary'])
    assert.deepEqual(await found('%'), ['50%_off'])
    assert.deepEqual(await found('0%_'), ['50%_off'])
    assert.equal((await found('')).length, 3)
  })

  it('refuses an unknown query parameter and a bad value with 400', async () => {
    const { status, body } = await list('pagenum=1&pagesize=10&sort=name')
    assert.equal(status, 400)
    assert.equal(body.message, '请求参数错误')
    const bad = ['', 'pagenum=1', 'pagenum=0&pagesize=10', 'pagenum=1&pagesize=1001', 'pagenum=1e0&pagesize=10']
    for (const query of [...bad, 'pagenum=1&pagenum=2&pagesize=10', 'pagenum=1&pagesize=10&query=%00']) {
      assert.equal((await list(query)).status, 400, query)
    }
  })

  it('refuses a request without a token', async () => {
    const { status, body } = await server.client.get('/admin/admins?pagenum=1&pagesize=10')
    assert.equal(status, 401)
    assert.deepEqual(body, { message: '无效token' })
  })
})
