import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { removeAccount } from '../../../src/accounts/administration.js'
import { tmsRealm } from '../../../src/realms/tms.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { publish, publisherAndAssignee, type Person } from '../../support/tasks.js'

type Row = [key: string | null, count: number, price: number]

describe('tms countTasks', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let assignee: Person
  before(async () => {
    ;({ publisher, assignee } = await publisherAndAssignee(server))
  })

  async function assertCounts(query: string, expected: Row[], by = publisher.token): Promise<void> {
    const { status, body } = await server.client.get(`/tms/task/count?by=${query}`, { token: by })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      code: 200,
      message: '查询成功',
      data: {
        total: expected.reduce((sum, [, count]) => sum + count, 0),
        counts: expected.map(([key, count, price]) => ({ key, count, price }))
      }
    })
  }
  const statuses = (...rows: [count: number, price: number][]): Row[] =>
    (['待办', '进行中', '已完成'] as const).map((key, index) => [key, ...(rows[index] ?? ([0, 0] as const))])

  it('counts nothing where there are no tasks', async () => {
    await assertCounts('status', statuses())
    for (const by of ['type', 'assignee', 'type&mine=published', 'assignee&mine=assigned']) await assertCounts(by, [])
  })

  it('counts tasks and adds up prices by status, type and assignee, everyone’s and the caller’s', async () => {
    const mine = assignee.account.name
    await publish(server, publisher, { type: '文档', price: 0.1, assignee: mine })
    await publish(server, publisher, { type: '文档', price: 0.2, status: '已完成' })
    await publish(server, publisher, { price: 5, assignee: mine })
    await publish(server, assignee, { type: '会议', status: '进行中', price: 99_999_999.99, assignee: mine })
    await assertCounts('status', statuses([2, 5.1], [1, 99_999_999.99], [1, 0.2]))
    const rest: Row[] = [
      ['会议', 1, 99_999_999.99],
      ['', 1, 5]
    ]
    await assertCounts('type', [['文档', 2, 0.3], ...rest])
    await assertCounts('assignee', [
      [mine, 3, 100_000_005.09],
      ['', 1, 0.2]
    ])
    await assertCounts('status&mine=published', statuses([2, 5.1], [0, 0], [1, 0.2]))
    await assertCounts('type&mine=assigned', [['会议', 1, 99_999_999.99], ['文档', 1, 0.1], rest[1]!], assignee.token)
    await assertCounts('assignee&mine=published', [[mine, 1, 99_999_999.99]], assignee.token)
    await assertCounts('type&mine=assigned', [])
  })

  it('follows changes, removals and renamed and removed assignees', async () => {
    const { account, token } = await signedUp(server, tmsRealm)
    const { id } = await publish(server, publisher, { type: '改', price: 7, assignee: account.name })
    const total = async () => (await server.client.get('/tms/task/count?by=type', { token: publisher.token })).body.data
    const before = await total()
    const change = { type: '改了', price: 8, status: '已完成' }
    const path = `/tms/task/update/${id}`
    assert.equal((await server.client.put(path, { token: publisher.token, json: change })).status, 200)
    const after = await total()
    assert.equal(after.total, before.total)
    assert.deepEqual(
      after.counts.filter(({ key }: { key: string }) => key.startsWith('改')),
      [{ key: '改了', count: 1, price: 8 }]
    )
    const others: Row[] = [
      [assignee.account.name, 3, 100_000_005.09],
      ['', 1, 0.2]
    ]
    await assertCounts('assignee', [others[0]!, [account.name, 1, 8], others[1]!])
    const username = freshName()
    assert.equal((await server.client.put('/tms/user/update', { token, json: { username } })).status, 200)
    await assertCounts('assignee', [others[0]!, [username, 1, 8], others[1]!])
    await removeAccount(realmContext(server.context, tmsRealm), account.id)
    for (const by of ['assignee', 'assignee&mine=published']) {
      const { data } = (await server.client.get(`/tms/task/count?by=${by}`, { token: publisher.token })).body
      assert.deepEqual(data.counts.at(-1), { key: '', count: 2, price: 8.2 })
    }
    assert.equal((await server.client.delete(`/tms/task/delete/${id}`, { token: publisher.token })).status, 200)
    await assertCounts('assignee', others)
    assert.equal((await total()).total, 4)
  })

  it('names the 20 with the most tasks, and counts all others under the key null', async () => {
    const people = await server.db.raw(
      `insert into tms.users (username, canonical_name, password_hash)
       select 'p' || n, 'p' || n, '' from generate_series(1, 25) n returning id`
    )
    await server.db.raw(
      `insert into tms.tasks (description, type, price, publisher_id, assignee_id)
       select 'many', 'type' || n, 2, ?, n - 1 + ? from generate_series(1, 25) n, generate_series(1, 10 + n)`,
      [publisher.account.id, people.rows[0].id]
    )
    for (const [name, by] of [
      ['type', 'type'],
      ['p', 'assignee']
    ] as const) {
      for (const mine of ['', '&mine=published']) {
        const { body } = await server.client.get(`/tms/task/count?by=${by}${mine}`, { token: publisher.token })
        const { total, counts } = body.data
        assert.deepEqual(
          counts.slice(0, 20),
          Array.from({ length: 20 }, (_, index) => ({
            key: `${name}${25 - index}`,
            count: 35 - index,
            price: 2 * (35 - index)
          }))
        )
        const list = await server.client.get(`/tms/task/list?limit=1${mine}`, { token: publisher.token })
        assert.equal(total, list.body.data.total)
        const named = counts.slice(0, 21).reduce((sum: number, { count }: { count: number }) => sum + count, 0)
        assert.deepEqual([counts.length, counts[20].key, counts[21].key], [22, '', null])
        assert.equal(counts[21].count, total - named)
        assert.ok(counts[21].count >= 65 && counts[21].price >= 130)
      }
    }
    await server.db.raw(`delete from tms.tasks where description = 'many'`)
    assert.equal((await server.client.get('/tms/task/count?by=status', { token: publisher.token })).body.data.total, 4)
  })

  it('counts exactly after changes at the same moment', async () => {
    const before = (await server.client.get('/tms/task/count?by=status', { token: publisher.token })).body.data
    const tasks = await Promise.all(Array.from({ length: 16 }, () => publish(server, publisher, { price: 1.5 })))
    await Promise.all(
      tasks.map(({ id }, index) => {
        const json = { status: index % 2 === 0 ? '已完成' : '进行中', assignee: assignee.account.name }
        return index < 4
          ? server.client.delete(`/tms/task/delete/${id}`, { token: publisher.token })
          : server.client.put(`/tms/task/update/${id}`, { token: publisher.token, json })
      })
    )
    const { total, counts } = (await server.client.get('/tms/task/count?by=status', { token: publisher.token })).body
      .data
    assert.equal(total, before.total + 12)
    for (const [index, more] of [0, 6, 6].entries()) {
      assert.equal(counts[index].count, before.counts[index].count + more)
      assert.equal(counts[index].price.toFixed(2), (before.counts[index].price + 1.5 * more).toFixed(2))
    }
  })

  it('refuses what is outside the contract, and a request without a token', async () => {
    for (const query of ['', 'by=', 'by=price', 'by=type&mine=all']) {
      const { status, body } = await server.client.get(`/tms/task/count?${query}`, { token: publisher.token })
      assert.deepEqual([status, body.message], [422, '请求参数错误'], query)
      assert.equal(body.data.errors[0].path, query.includes('mine') ? 'mine' : 'by')
    }
    assert.equal((await server.client.get('/tms/task/count?by=type')).status, 401)
  })
})
