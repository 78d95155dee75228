import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { useServer } from '../../support/server.js'
import { publish, publisherAndAssignee, type Person } from '../../support/tasks.js'

const NOT_FOUND = { code: 404, message: '任务不存在', data: null }

describe('tms deleteTask', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let assignee: Person
  const remove = ({ token }: Person, id: number | string) => server.client.delete(`/tms/task/delete/${id}`, { token })

  before(async () => {
    ;({ publisher, assignee } = await publisherAndAssignee(server))
  })

  it('removes a task for good', async () => {
    const task = await publish(server, publisher)
    const { status, body } = await remove(publisher, task.id)
    assert.equal(status, 200)
    assert.deepEqual(body, { code: 200, message: '删除成功', data: { 'delete count': 1 } })
    const gone = await server.client.get(`/tms/task/info/${task.id}`, { token: publisher.token })
    assert.equal(gone.status, 404)
    const again = await remove(publisher, task.id)
    assert.equal(again.status, 404)
    assert.deepEqual(again.body, NOT_FOUND)
  })

  it('refuses everyone but the publisher', async () => {
    const task = await publish(server, publisher, { assignee: assignee.account.name })
    const { status, body } = await remove(assignee, task.id)
    assert.equal(status, 403)
    assert.deepEqual(body, { code: 403, message: '没有操作权限', data: null })
  })

  it('removes a task once when two requests remove it at once', async () => {
    const task = await publish(server, publisher)
    const change = { token: publisher.token, json: { status: '已完成' } }
    const [one, other, updated] = await Promise.all([
      remove(publisher, task.id),
      remove(publisher, task.id),
      server.client.put(`/tms/task/update/${task.id}`, change)
    ])
    assert.deepEqual([one.status, other.status].sort(), [200, 404])
    assert.ok([200, 404].includes(updated.status))
  })

  it('refuses an invalid id, and a request without a token', async () => {
    const { status, body } = await remove(publisher, 'x')
    assert.equal(status, 422)
    assert.equal(body.data.errors[0].path, 'id')
    assert.equal((await server.client.delete('/tms/task/delete/1')).status, 401)
  })
})
