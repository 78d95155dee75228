import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

interface User {
  id: number
  username: string
}

/** A multiple of the rows that are read at once, which ends in a batch without rows. */
const TOTAL = 4_000
const SAMPLES = ['admin', '21089', '32088', '32089']

describe('tms listUsers', () => {
  const server = useServer({ APIS: 'tms' })
  let token = ''
  const list = (query = '') => server.client.get(`/tms/user/list${query}`, { token })
  const names = (users: User[]): string[] => users.map(({ username }) => username)

  before(async () => {
    await server.db.raw(
      `insert into tms.users (username, canonical_name, password_hash, removed_at)
       select 'u' || n, case when n > 0 then 'u' || n end, '-', case when n = 0 then now() end
       from generate_series(0, ?::integer) n`,
      [TOTAL - SAMPLES.length]
    )
    token = await login(server.client, 'tms', 'admin', 'zhou0914.')
  })

  it('lists all accounts by id', async () => {
    const { status, body } = await list()
    assert.equal(status, 200)
    assert.deepEqual([body.code, body.message, body.data.total], [200, '查询成功', TOTAL])
    const { users } = body.data
    assert.equal(users.length, TOTAL)
    assert.ok(users.every(({ id }: User, index: number) => index === 0 || users[index - 1].id < id))
    assert.deepEqual(names(users.slice(0, 5)), [...SAMPLES, 'u1'])
    assert.equal(users.at(-1).username, `u${TOTAL - SAMPLES.length}`)
    const properties = ['created_time', 'updated_time', 'id', 'username', 'nickname', 'gender', 'telephone']
    assert.deepEqual(Object.keys(users[0]), properties)
  })

  it('lists one page, with the whole count', async () => {
    const { body } = await list('?page=2&limit=3')
    assert.equal(body.data.total, TOTAL)
    assert.deepEqual(names(body.data.users), ['32089', 'u1', 'u2'])
  })

  it('takes the first page for a limit alone, and pages of 20 for a page alone', async () => {
    assert.deepEqual(names((await list('?limit=4')).body.data.users), SAMPLES)
    const second = (await list('?page=2')).body.data.users
    assert.deepEqual([second.length, second[0].username], [20, 'u17'])
    assert.equal((await list('?limit=1000')).body.data.users.length, 1_000)
  })

  it('answers an empty page beyond the last', async () => {
    const { status, body } = await list('?page=2147483647&limit=1000')
    assert.equal(status, 200)
    assert.deepEqual(body.data, { total: TOTAL, users: [] })
  })

  it('refuses numbers out of range and what is no number', async () => {
    for (const query of ['page=0', 'page=2147483648', 'limit=1001', 'limit=1e3', 'page=', 'limit=1&limit=2']) {
      const { status, body } = await list(`?${query}`)
      assert.equal(status, 422, query)
      assert.equal(body.message, '请求参数错误')
      assert.equal(body.data.errors[0].path, query.split('=')[0])
    }
  })

  it('ignores parameters that it does not know', async () => {
    assert.equal((await list('?limit=1&sort=name')).status, 200)
  })

  it('asks for a token', async () => {
    const { status, body } = await server.client.get('/tms/user/list')
    assert.equal(status, 401)
    assert.deepEqual(body, { detail: 'Not authenticated' })
  })
})
