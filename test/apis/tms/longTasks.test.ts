import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { useServer } from '../../support/server.js'
import { publisherAndAssignee, type Person } from '../../support/tasks.js'

interface Task {
  id: number
  detail: string
}

/** Short ones first, as many as are read at once; then long ones, of three bytes or of six JSON characters each, among short ones. */
const DETAILS = `case when n <= 1100 or n % 3 = 0 then 'x' when n % 3 = 1 then repeat('中', 10000) else repeat(chr(1), 10000) end`
const TASKS = 1_500

describe('tms tasks of very different length', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let all: Task[]
  const list = async (query: string) => {
    const { status, body } = await server.client.get(`/tms/task/list?${query}`, { token: publisher.token })
    assert.equal(status, 200)
    return body.data as { total: number; tasks: Task[] }
  }

  before(async () => {
    ;({ publisher } = await publisherAndAssignee(server))
    await server.db.raw(
      `insert into tms.tasks (description, detail, type, publisher_id)
       select n, ${DETAILS}, case when n % 2 = 0 then '偶' else '奇' end, ? from generate_series(1, ?::integer) n`,
      [publisher.account.id, TASKS]
    )
    all = await server.db('tms.tasks').select('id', 'detail').orderBy('id')
  })

  it('are listed whole and in their order', async () => {
    const { total, tasks } = await list('')
    assert.equal(total, TASKS)
    assert.deepEqual(
      tasks.map(({ id, detail }) => ({ id, detail })),
      all
    )
  })

  it('fill a page, however long it is', async () => {
    for (const [page, limit] of [
      [1, 1000],
      [2, 1000],
      [13, 100],
      [1500, 1],
      [1501, 1]
    ] as const) {
      const { total, tasks } = await list(`page=${page}&limit=${limit}`)
      assert.equal(total, TASKS)
      assert.deepEqual(
        tasks.map(({ id, detail }) => ({ id, detail })),
        all.slice((page - 1) * limit, page * limit)
      )
    }
  })

  it('fill a page of those that match', async () => {
    const { total, tasks } = await list(`page=2&limit=400&type=${encodeURIComponent('偶')}`)
    const even = all.filter((_, index) => index % 2 === 1)
    assert.equal(total, even.length)
    assert.deepEqual(
      tasks.map(({ id, detail }) => ({ id, detail })),
      even.slice(400, 800)
    )
  })
})

describe('tms tasks that are counted', () => {
  const server = useServer({ APIS: 'tms' })

  it('stay on the right pages after others were removed, and the page after the last is empty', async () => {
    const { publisher } = await publisherAndAssignee(server)
    await server.db.raw(
      `insert into tms.tasks (description, publisher_id) select n, ? from generate_series(1, 9000) n`,
      [publisher.account.id]
    )
    await server.db('tms.tasks').where('id', '<', 10_000).whereRaw('id % 7 = 0 or id between 4100 and 7900').delete()
    const ids: number[] = await server.db('tms.tasks').orderBy('id').pluck('id')
    for (const page of [1, 5, 9, 10, 40, 49, 60, 1_000_000]) {
      const { body } = await server.client.get(`/tms/task/list?page=${page}&limit=100`, { token: publisher.token })
      assert.equal(body.data.total, ids.length)
      assert.deepEqual(
        body.data.tasks.map(({ id }: Task) => id),
        ids.slice((page - 1) * 100, page * 100)
      )
    }
  })
})
