import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

const PATH = '/api/admin/users'
const BATCHES = 2_500

describe('waste-sorting listUsers', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const list = (query = '') => server.client.get(PATH + query, { token })

  it('answers the bare array of the document, by id', async () => {
    const { status, headers, body } = await list()
    assert.equal(status, 200)
    assert.equal(headers.get('x-total-count'), '2')
    assert.deepEqual(body, [
      { id: 1, username: 'admintest', role: 1, points: 0, status: 0 },
      { id: 2, username: 'usertest', role: 0, points: 100, status: 0 }
    ])
  })

  it('answers one page, with the number of all accounts beside it', async () => {
    for (const [query, ids] of [
      ['?page=1&limit=1', [1]],
      ['?page=2&limit=1', [2]],
      ['?page=3&limit=1', []],
      ['?limit=1', [1]],
      ['?page=1', [1, 2]],
      ['?page=2147483647&limit=1000', []]
    ] as const) {
      const { status, headers, body } = await list(query)
      assert.equal(status, 200, query)
      assert.equal(headers.get('x-total-count'), '2')
      assert.deepEqual(
        body.map(({ id }: { id: number }) => id),
        ids
      )
    }
  })

  it('refuses a page or limit out of range and ignores parameters that it does not know', async () => {
    for (const query of ['?page=0', '?page=-1', '?limit=0', '?limit=1001', '?page=', '?page=one', '?page=1.0']) {
      const { status, body } = await list(query)
      assert.equal(status, 400, query)
      assert.equal(body.message, '请求参数不完整')
    }
    assert.equal((await list('?pages=0&sort=name')).status, 200)
  })

  it('answers a list of several batches whole', async () => {
    await server.db.raw(
      `insert into waste_sorting.users (username, canonical_name, password_hash)
       select 'many-' || n, 'many-' || n, '-' from generate_series(1, ?::integer) n`,
      [BATCHES]
    )
    const { headers, body } = await list()
    const ids: number[] = body.map(({ id }: { id: number }) => id)
    assert.equal(headers.get('x-total-count'), String(BATCHES + 2))
    assert.equal(new Set(ids).size, BATCHES + 2)
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b)
    )
  })
})
