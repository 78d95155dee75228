import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { tmsRealm } from '../../../src/realms/tms.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { publish, publisherAndAssignee, type Person } from '../../support/tasks.js'

const FORBIDDEN = { code: 403, message: '没有操作权限', data: null }

describe('tms updateTask', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let assignee: Person
  let outsider: Person
  const update = ({ token }: Person, id: number | string, json: Record<string, unknown>) =>
    server.client.put(`/tms/task/update/${id}`, { token, json })
  const assigned = () => publish(server, publisher, { price: 1, assignee: assignee.account.name })

  before(async () => {
    ;({ publisher, assignee } = await publisherAndAssignee(server))
    outsider = await signedUp(server, tmsRealm)
  })

  it('lets the publisher change every field, and shows the task before and after', async () => {
    const { id } = await assigned()
    await server.db('tms.tasks').where({ id }).update({ updated_at: '2024-06-01 00:00:00+00' })
    const task = (await server.client.get(`/tms/task/info/${id}`, { token: publisher.token })).body.data
    const change = { description: '新', detail: '细', type: '型', price: 80.25, status: '已完成', assignee: null }
    const { status, body } = await update(publisher, task.id, change)
    assert.equal(status, 200)
    const [after] = body.data['new task']
    assert.deepEqual(body, { code: 200, message: '修改成功', data: { 'old task': [task], 'new task': [after] } })
    assert.deepEqual(after, { ...task, ...change, updated_time: after.updated_time })
    assert.ok(after.updated_time > task.updated_time)
    const back = await update(publisher, task.id, { assignee: outsider.account.name })
    assert.equal(back.body.data['new task'][0].assignee, outsider.account.name)
  })

  it('moves a task from each status to another, where lists and details show it', async () => {
    const { token } = publisher
    const statuses = ['待办', '进行中', '已完成']
    for (const [index, taskStatus] of statuses.entries()) {
      const { id, status } = await publish(server, publisher, { status: taskStatus })
      assert.equal(status, taskStatus)
      assert.equal((await server.client.get(`/tms/task/info/${id}`, { token })).body.data.status, taskStatus)
      const query = new URLSearchParams({ status: taskStatus, mine: 'published' }).toString()
      const { tasks } = (await server.client.get(`/tms/task/list?${query}`, { token })).body.data
      assert.ok(tasks.every((task: { status: string }) => task.status === taskStatus))
      assert.ok(tasks.some((task: { id: number }) => task.id === id))
      const other = statuses[(index + 1) % statuses.length]
      const { data } = (await update(publisher, id, { status: other })).body
      assert.equal(data['old task'][0].status, taskStatus)
      assert.equal(data['new task'][0].status, other)
    }
  })

  it('changes only what is given', async () => {
    const task = await assigned()
    const { body } = await update(publisher, task.id, { detail: '细', id: 9, publisher: 'admin', created_time: 'x' })
    const [after] = body.data['new task']
    assert.deepEqual(after, { ...task, detail: '细', updated_time: after.updated_time })
    for (const nothing of [{}, after]) {
      const same = await update(publisher, task.id, nothing)
      assert.deepEqual(same.body.data, { 'old task': [after], 'new task': [after] })
    }
  })

  it('lets the assignee change the status, also in the whole task', async () => {
    const task = await assigned()
    const { status, body } = await update(assignee, task.id, { ...task, status: '进行中' })
    assert.equal(status, 200)
    assert.equal(body.data['new task'][0].status, '进行中')
    for (const more of [{ price: 2 }, { detail: 'x' }, { assignee: null }, { assignee: outsider.account.name }]) {
      const refused = await update(assignee, task.id, { status: '已完成', ...more })
      assert.equal(refused.status, 403)
      assert.deepEqual(refused.body, FORBIDDEN)
    }
    const now = await server.client.get(`/tms/task/info/${task.id}`, { token: assignee.token })
    assert.deepEqual(now.body.data, body.data['new task'][0])
  })

  it('refuses everyone else, and an assignee who no longer is one', async () => {
    const task = await assigned()
    assert.deepEqual((await update(outsider, task.id, { status: '已完成' })).body, FORBIDDEN)
    assert.equal((await update(outsider, task.id, {})).status, 403)
    await update(publisher, task.id, { assignee: null })
    assert.equal((await update(assignee, task.id, { status: '已完成' })).status, 403)
  })

  it('passes simultaneous changes one after the other', async () => {
    const task = await publish(server, publisher, { price: 0 })
    const prices = [1, 2, 3, 4, 5, 6, 7, 8]
    const answers = await Promise.all(prices.map((price) => update(publisher, task.id, { price })))
    const seen = answers.map(({ body }) => [body.data['old task'][0].price, body.data['new task'][0].price])
    assert.deepEqual(
      seen.map(([, after]) => after),
      prices
    )
    const last = (await server.client.get(`/tms/task/info/${task.id}`, { token: publisher.token })).body.data.price
    const overtaken = seen.map(([before]) => before)
    assert.deepEqual([...overtaken, last].sort(), [0, ...prices])
  })

  it('refuses an unknown task, an unknown assignee and a broken price', async () => {
    const task = await assigned()
    const unknown = await update(publisher, 2_147_483_648, { status: '已完成' })
    assert.equal(unknown.status, 404)
    assert.deepEqual(unknown.body, { code: 404, message: '任务不存在', data: null })
    const invalid: [string, Record<string, unknown>][] = [
      ['assignee', { assignee: 'nobody of this name' }],
      ['price', { price: 0.005 }],
      ['price', { price: '1e3' }],
      ['status', { status: null }]
    ]
    for (const [path, change] of invalid) {
      const { status, body } = await update(publisher, task.id, change)
      assert.equal(status, 422)
      assert.equal(body.data.errors[0].path, path)
    }
    assert.equal((await update(publisher, 'x', {})).status, 422)
  })

  it('asks for a token', async () => {
    assert.equal((await server.client.put('/tms/task/update/1', { json: {} })).status, 401)
  })
})
