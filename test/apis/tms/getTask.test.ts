import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'
import { publish, publisherAndAssignee } from '../../support/tasks.js'

describe('tms getTask', () => {
  const server = useServer({ APIS: 'tms' })
  const get = (token: string, id: number | string) => server.client.get(`/tms/task/info/${id}`, { token })

  it('shows a task to everyone who is logged in', async () => {
    const { publisher, assignee } = await publisherAndAssignee(server)
    const task = await publish(server, publisher, { price: 1.5, assignee: assignee.account.name })
    for (const token of [publisher.token, await login(server.client, 'tms', '32088', 'zhou0914.')]) {
      const { status, body } = await get(token, task.id)
      assert.equal(status, 200)
      assert.deepEqual(body, { code: 200, message: '查询成功', data: task })
    }
  })

  it('shows the current names of publisher and assignee', async () => {
    const { publisher, assignee } = await publisherAndAssignee(server)
    const task = await publish(server, publisher, { assignee: assignee.account.name })
    const [one, other] = [freshName(), freshName()]
    await server.client.put('/tms/user/update', { token: publisher.token, json: { username: one } })
    await server.client.put('/tms/user/update', { token: assignee.token, json: { username: other } })
    assert.deepEqual((await get(publisher.token, task.id)).body.data, { ...task, publisher: one, assignee: other })
  })

  it('shows no assignee once their account is removed', async () => {
    const { publisher, assignee } = await publisherAndAssignee(server)
    const task = await publish(server, publisher, { assignee: assignee.account.name })
    const removed = { removed_at: new Date(), canonical_name: null }
    await server.db('tms.users').where({ id: assignee.account.id }).update(removed)
    assert.deepEqual((await get(publisher.token, task.id)).body.data, { ...task, assignee: null })
  })

  it('refuses an unknown or invalid id', async () => {
    const { publisher } = await publisherAndAssignee(server)
    for (const id of [2_147_483_648, Number.MAX_SAFE_INTEGER]) {
      const { status, body } = await get(publisher.token, id)
      assert.deepEqual([status, body], [404, { code: 404, message: '任务不存在', data: null }])
    }
    for (const id of ['0', 'x', '1.0', '9007199254740992', '%20']) {
      const { status, body } = await get(publisher.token, id)
      assert.equal(status, 422, id)
      assert.equal(body.data.errors[0].path, 'id')
    }
  })

  it('asks for a token', async () => {
    assert.equal((await server.client.get('/tms/task/info/1')).status, 401)
  })
})
