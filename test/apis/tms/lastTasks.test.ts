import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { tmsRealm } from '../../../src/realms/tms.js'
import { LAST_ID, leaveIds } from '../../support/last-ids.js'
import { useServer } from '../../support/server.js'
import { publish, publisherAndAssignee, type Person } from '../../support/tasks.js'

describe('tms: tasks with the last ids that there are, of accounts with the last ids', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let assignee: Person
  const send = async (method: string, path: string, json?: unknown, { token } = publisher) => {
    const { status, body } = await server.client.request(method, `/tms/task/${path}`, {
      token,
      ...(json ? { json } : {})
    })
    return { status, body, data: body.data }
  }
  const idsIn = async (query: string, by = publisher): Promise<number[]> =>
    (await send('GET', `list${query}`, undefined, by)).data.tasks.map(({ id }: { id: number }) => id)

  before(async () => {
    await leaveIds(server.db, tmsRealm.table, 2)
    ;({ publisher, assignee } = await publisherAndAssignee(server))
    await leaveIds(server.db, 'tms.tasks', 2)
    for (const type of ['a', 'b']) {
      await publish(server, publisher, { description: 'last', type, price: 1.5, assignee: assignee.account.name })
    }
  })

  it('are read, listed, paged and filtered by status, type, publisher and assignee', async () => {
    assert.deepEqual([publisher.account.id, assignee.account.id], [LAST_ID - 1, LAST_ID])
    const task = (await send('GET', `info/${LAST_ID}`)).data
    assert.deepEqual([task.id, task.publisher, task.assignee], [LAST_ID, publisher.account.name, assignee.account.name])
    const all = await idsIn('')
    assert.deepEqual(all.slice(-2), [LAST_ID - 1, LAST_ID])
    assert.deepEqual(await idsIn(`?page=${all.length}&limit=1`), [LAST_ID])
    assert.deepEqual(await idsIn('?page=1&limit=5&mine=published'), [LAST_ID - 1, LAST_ID])
    assert.deepEqual(await idsIn('?mine=published'), [LAST_ID - 1, LAST_ID])
    assert.deepEqual(await idsIn('?page=2&limit=1&mine=assigned', assignee), [LAST_ID])
    assert.deepEqual(await idsIn('?mine=assigned', assignee), [LAST_ID - 1, LAST_ID])
    assert.deepEqual(await idsIn('?page=1&limit=5&type=b'), [LAST_ID])
  })

  it('are counted by assignee, for everybody and for their publisher', async () => {
    for (const query of ['count?by=assignee', 'count?by=assignee&mine=published']) {
      const { counts } = (await send('GET', query)).data
      const ofAssignee = counts.find(({ key }: { key: string }) => key === assignee.account.name)
      assert.deepEqual(ofAssignee, { key: assignee.account.name, count: 2, price: 3 })
    }
  })

  it('are updated and removed; another one is an internal error, and is not there', async () => {
    const updated = await send('PUT', `update/${LAST_ID}`, { status: '已完成' }, assignee)
    const [changed] = updated.data['new task']
    assert.deepEqual([updated.status, changed.id, changed.status], [200, LAST_ID, '已完成'])
    const { total } = (await send('GET', 'list?page=1&limit=1')).data
    assert.equal((await send('POST', 'create', { description: 'one too many' })).status, 500)
    assert.equal((await send('GET', 'list?page=1&limit=1')).data.total, total)
    assert.equal((await send('DELETE', `delete/${LAST_ID}`)).status, 200)
    assert.equal((await send('GET', `info/${LAST_ID}`)).status, 404)
    assert.equal((await send('GET', 'list?page=1&limit=1')).data.total, total - 1)
  })
})
