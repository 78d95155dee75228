import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { julongRealm } from '../../src/realms/julong.js'
import { PASSWORD, signedUp } from '../support/accounts.js'
import { administratorToken, BASE } from '../support/julong.js'
import { useServer } from '../support/server.js'

const MANY = 12_345

describe('a list of many accounts', () => {
  const server = useServer({ APIS: 'julong' })
  let token: string

  const page = async (pagenum: number, pagesize: number) => {
    const { status, body } = await server.client.get(`${BASE}/user?pagenum=${pagenum}&pagesize=${pagesize}`, { token })
    assert.equal(status, 200)
    return { total: body.data.total, ids: body.data.users.map(({ id }: { id: number }) => id) }
  }
  const idsThereAre = (): Promise<number[]> => server.db('julong.accounts').orderBy('id').pluck('id')

  async function assertPages(size: number): Promise<void> {
    const ids = await idsThereAre()
    const last = Math.ceil(ids.length / size)
    const between = Array.from({ length: 40 }, (_, index) => Math.ceil((last * (index + 1)) / 41))
    for (const number of [1, 2, ...between, last - 1, last, last + 1]) {
      const expected = ids.slice((number - 1) * size, number * size)
      assert.deepEqual(await page(number, size), { total: ids.length, ids: expected }, `page ${number}`)
    }
  }

  before(async () => {
    token = await administratorToken(server)
    await server.db.raw(
      `insert into julong.users (username, canonical_name, password_hash, removed_at)
       select 'many' || i, 'many' || i, '', case when i % 7 = 0 then now() end from generate_series(1, ?::integer) i`,
      [MANY]
    )
  })

  it('has every page and the exact total, without removed accounts', async () => {
    await assertPages(50)
    await assertPages(7)
  })

  it('has every page and the exact total after accounts were removed, one by one and many at once', async () => {
    const ids = await idsThereAre()
    for (const id of [ids[10], ids[4_100], ids.at(-1)]) {
      assert.equal((await server.client.delete(`${BASE}/users/${id}`, { token })).status, 200)
    }
    await server.db.raw('update julong.users set removed_at = now() where id % 11 = 0 and id > 20')
    await server.db.raw('delete from julong.users where id % 13 = 0 and id > 20')
    await assertPages(50)
  })

  it('has every page and the exact total after registrations at the same moment', async () => {
    const { total } = await page(1, 1)
    await Promise.all(Array.from({ length: 20 }, () => signedUp(server, julongRealm)))
    const refused = await server.client.post(`${BASE}/users`, {
      token,
      json: { username: 'admin', password: PASSWORD }
    })
    assert.equal(refused.body.meta.status >= 400, true)
    assert.equal((await page(1, 1)).total, total + 20)
    await assertPages(50)
  })

  it('lists the accounts with the last ids that there can be', async () => {
    await server.db.raw(
      `insert into julong.users (id, username, canonical_name, password_hash)
       overriding system value
       select id, 'last' || id, 'last' || id, '' from generate_series(9007199254740984, 9007199254740991) id`
    )
    await assertPages(7)
    await assertPages(1)
  })

  it('answers the last page number that the contract allows', async () => {
    const { ids } = await page(2_147_483_647, 100)
    assert.deepEqual(ids, [])
    assert.equal((await page(1, 5)).ids.length, 5)
  })
})
