import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { useServer } from '../../support/server.js'
import { publish, publisherAndAssignee, type Person } from '../../support/tasks.js'

interface Task {
  id: number
  description: string
}

describe('tms listTasks', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let assignee: Person
  const list = async (query: Record<string, string> = {}, token = publisher.token) => {
    const { status, body } = await server.client.get(`/tms/task/list?${new URLSearchParams(query)}`, { token })
    assert.equal(status, 200)
    return body.data
  }
  const descriptions = async (query: Record<string, string>, token?: string): Promise<string[]> =>
    (await list(query, token)).tasks.map(({ description }: Task) => description)

  before(async () => {
    ;({ publisher, assignee } = await publisherAndAssignee(server))
    const mine = assignee.account.name
    await publish(server, publisher, { description: 'a', type: '文档', assignee: mine })
    await publish(server, publisher, { description: 'b', type: '文档', status: '已完成' })
    await publish(server, publisher, { description: 'c', status: '已完成', assignee: mine })
    await publish(server, assignee, { description: 'd', type: '文' })
  })

  it('lists all tasks by id, whosever they are', async () => {
    const { status, body } = await server.client.get('/tms/task/list', { token: assignee.token })
    assert.equal(status, 200)
    assert.deepEqual([body.code, body.message, body.data.total], [200, '查询成功', 4])
    const { tasks } = body.data
    assert.deepEqual(
      tasks.map(({ description }: Task) => description),
      ['a', 'b', 'c', 'd']
    )
    const one = await server.client.get(`/tms/task/info/${tasks[0].id}`, { token: assignee.token })
    assert.deepEqual(tasks[0], one.body.data)
  })

  it('filters by status, by exact type and by the role of the caller in a task', async () => {
    assert.deepEqual(await descriptions({ status: '已完成' }), ['b', 'c'])
    assert.deepEqual(await descriptions({ type: '文档' }), ['a', 'b'])
    assert.deepEqual(await descriptions({ type: '' }), ['c'])
    assert.deepEqual(await descriptions({ mine: 'published' }, assignee.token), ['d'])
    assert.deepEqual(await descriptions({ mine: 'assigned' }, assignee.token), ['a', 'c'])
    assert.deepEqual(await descriptions({ mine: 'assigned' }), [])
    assert.deepEqual(await descriptions({ mine: 'assigned', status: '已完成', type: '' }, assignee.token), ['c'])
  })

  it('lists one page of what matches, with the count of all that match', async () => {
    const page = await list({ mine: 'published', page: '2', limit: '2' })
    assert.deepEqual([page.total, page.tasks.map(({ description }: Task) => description)], [3, ['c']])
    assert.deepEqual(await list({ page: '9' }), { total: 4, tasks: [] })
  })

  it('lists more tasks than are read at once', async () => {
    await server.db.raw(
      `insert into tms.tasks (description, type, publisher_id) select n, '多', ? from generate_series(1, 3000) n`,
      [publisher.account.id]
    )
    const { total, tasks } = await list({ type: '多' })
    assert.deepEqual([total, tasks.length], [3_000, 3_000])
    assert.ok(tasks.every(({ description }: Task, index: number) => description === String(index + 1)))
  })

  it('refuses what is outside the contract, and a request without a token', async () => {
    for (const query of ['status=x', 'mine=all', 'page=0', 'limit=1001', `type=${'x'.repeat(101)}`]) {
      const { status, body } = await server.client.get(`/tms/task/list?${query}`, { token: publisher.token })
      assert.equal(status, 422, query)
      assert.equal(body.data.errors[0].path, query.split('=')[0])
    }
    assert.equal((await server.client.get('/tms/task/list')).status, 401)
  })
})
