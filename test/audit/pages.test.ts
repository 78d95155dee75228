import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { keepAudit } from '../../src/audit/upkeep.js'
import { administratorToken } from '../support/julong.js'
import { useServer } from '../support/server.js'
import { fillTrail } from './support.js'

const ENTRIES = 33_000
const FILTERS: Record<string, string>[] = [
  {},
  { action: 'login' },
  { action: 'logout' },
  { actor: 'busy' },
  { actor: 'busy', action: 'logout' },
  { actor: 'actor 3' },
  { actor: 'seldom' },
  { actor: 'nobody' },
  { action: 'role-create' }
]

describe('pages of a long audit trail', () => {
  const server = useServer({ APIS: 'julong' })
  let token: string
  before(async () => {
    token = await administratorToken(server)
    await fillTrail(server.db, ENTRIES)
    await keepAudit(server.db, undefined)
    // Beside what has marks there is always something that has none yet.
    await fillTrail(server.db, 1_500)
  })

  it('are found by the marks of every thousandth entry', async () => {
    const marks = await server.db('audit.marks').where({ realm: 'julong', action: '', actor: '', result: '' })
    assert.equal(marks.length, 29)
  })

  for (const filter of FILTERS) {
    it(`are complete and have the exact total: ${JSON.stringify(filter)}`, async () => {
      const { db, client } = server
      const { actor, action } = filter
      const ids: number[] = await db('audit.events')
        .where({ realm: 'julong', ...(actor && { actor_name: actor }), ...(action && { action }) })
        .orderBy('id', 'desc')
        .pluck('id')
      for (const size of [7, 1_000]) {
        const last = Math.max(1, Math.ceil(ids.length / size))
        for (const page of new Set([1, 2, Math.ceil(last / 3), Math.ceil(last / 2), last, last + 1, 2_147_483_647])) {
          const query = new URLSearchParams({ pagenum: String(page), pagesize: String(size), ...filter })
          const { status, body } = await client.get(`/api/private/v1/audit?${query}`, { token })
          assert.equal(status, 200)
          assert.equal(body.data.total, ids.length)
          const expected = ids.slice((page - 1) * size, page * size)
          assert.deepEqual(
            body.data.events.map(({ id }: { id: number }) => id),
            expected,
            `page ${page} of ${size}`
          )
        }
      }
    })
  }
})
