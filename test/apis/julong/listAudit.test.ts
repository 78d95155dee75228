import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { PASSWORD } from '../../support/accounts.js'
import { GOOD_HASHES } from '../../support/hashes.js'
import { bring } from '../../support/import.js'
import { administratorToken, roleWith, userOf } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

const AUDIT = '/api/private/v1/audit'

describe('julong listAudit', () => {
  const server = useServer({ APIS: 'julong', LOGIN_FAILURES: '1' })

  it('shows who did what to whom, newest first', async () => {
    const token = await administratorToken(server)
    const { account } = await userOf(server, -1)
    const headers = { 'x-request-id': 'the-change' }
    await server.client.put(`/api/private/v1/users/${account.id}/role`, { token, headers, json: { rid: 30 } })
    const { status, body } = await server.client.get(`${AUDIT}?pagenum=1&pagesize=1`, { token })
    assert.equal(status, 200)
    const [{ id, time, ...event }] = body.data.events
    assert.ok(id > 0 && Date.parse(time) > 0)
    assert.deepEqual(event, {
      action: 'account-role',
      result: 'done',
      actor: 'admin',
      target: account.name,
      detail: { role: 30 },
      address: '127.0.0.1',
      request_id: 'the-change'
    })
  })

  it('shows which fields were changed, how many accounts were imported and how many tries were refused', async () => {
    const token = await administratorToken(server)
    const newest = async (action: string) => {
      const query = new URLSearchParams({ pagenum: '1', pagesize: '1', action }).toString()
      return (await server.client.get(`${AUDIT}?${query}`, { token })).body.data.events[0]
    }
    const { account } = await userOf(server, -1)
    await server.client.put(`/api/private/v1/users/${account.id}`, { token, json: { mobile: '111' } })
    assert.deepEqual((await newest('account-update')).detail, { fields: ['mobile'] })

    await bring(server, 'julong', [{ name: randomUUID(), password_hash: GOOD_HASHES['bcrypt $2b$'] }])
    assert.deepEqual((await newest('account-import')).detail, { accounts: 1 })

    const tries = []
    for (const password of ['wrong', PASSWORD]) {
      const json = { username: account.name, password }
      tries.push((await server.client.post('/api/private/v1/login', { json })).status)
    }
    assert.deepEqual(tries, [400, 429])
    const { result, target, detail } = await newest('login')
    assert.deepEqual({ result, target, detail }, { result: 'failed', target: account.name, detail: { refused: 1 } })
  })

  it('keeps the entries of one actor and one kind', async () => {
    const token = await administratorToken(server)
    const { account } = await userOf(server, -1)
    for (const password of [PASSWORD, 'wrong']) {
      await server.client.post('/api/private/v1/login', { json: { username: account.name, password } })
    }
    const all = await server.client.get(`${AUDIT}?pagenum=1&pagesize=9&actor=${account.name}&action=login`, { token })
    assert.deepEqual([all.body.data.total, all.body.data.events[0].target], [1, account.name])
    const newest = await server.client.get(`${AUDIT}?pagenum=1&pagesize=1`, { token })
    assert.deepEqual([newest.body.data.events[0].result, newest.body.data.events[0].actor], ['failed', null])
  })

  it('keeps the entries of one result, and of a period from one moment until before another', async () => {
    const token = await administratorToken(server)
    const list = async (query: Record<string, string>) => {
      const { status, body } = await server.client.get(
        `${AUDIT}?${new URLSearchParams({ pagenum: '1', pagesize: '9', ...query })}`,
        { token }
      )
      assert.equal(status, 200)
      assert.equal(body.data.total, body.data.events.length)
      return body.data.events.map(({ time, result }: { time: string; result: string }) => [time, result])
    }
    const entry = { realm: 'julong', action: 'login' }
    await server.db('audit.events').insert([
      { ...entry, at: '2025-06-01T10:00:00Z', result: 'done' },
      { ...entry, at: '2025-06-01T10:00:01Z', result: 'failed' },
      { ...entry, at: '2025-06-01T10:00:02Z', result: 'done' }
    ])
    const period = { from: '2025-06-01T18:00:00+08:00', to: '2025-06-01T10:00:02Z' }
    const [first, second] = [
      ['2025-06-01T10:00:00.000Z', 'done'],
      ['2025-06-01T10:00:01.000Z', 'failed']
    ]
    assert.deepEqual(await list(period), [second, first])
    assert.deepEqual(await list({ ...period, result: 'failed' }), [second])
    assert.deepEqual(await list({ ...period, result: 'done', action: 'login' }), [first])
    assert.deepEqual(await list({ ...period, actor: 'admin' }), [])
    assert.deepEqual(await list({ to: '2025-06-01T10:00:01Z' }), [first])
  })

  it('refuses what is no period or result', async () => {
    const token = await administratorToken(server)
    for (const [query, path, message] of [
      ['from=2025-06-01', 'from', '开始时间的格式不正确'],
      ['to=1969-12-31T23:59:59Z', 'to', '结束时间必须在 1970 年至 9999 年之间'],
      ['from=2025-06-01T00:00:00Z&to=2025-06-01T00:00:00Z', 'to', '结束时间必须晚于开始时间'],
      ['result=refused', 'result', '结果只能是 done、failed 之一']
    ]) {
      const { status, body } = await server.client.get(`${AUDIT}?pagenum=1&pagesize=9&${query}`, { token })
      assert.deepEqual([status, body.meta.errors], [400, [{ path, message }]])
    }
  })

  it('finds an actor by every spelling that logs in', async () => {
    const token = await administratorToken(server)
    const username = `Chloé Straße ${randomUUID().slice(0, 8)}`
    const { account } = await userOf(server, -1, username)
    await server.client.post('/api/private/v1/login', { json: { username: account.name, password: PASSWORD } })
    const spellings = [
      username,
      username.toUpperCase(),
      username.toLowerCase(),
      username.normalize('NFD'),
      ` ${username} `
    ]
    for (const actor of spellings) {
      const query = new URLSearchParams({ pagenum: '1', pagesize: '9', actor })
      const { body } = await server.client.get(`${AUDIT}?${query}`, { token })
      assert.equal(body.data.total, 1, actor)
      assert.equal(body.data.events[0].actor, username)
    }
    for (const actor of [username.slice(1), ' ', 'nobody']) {
      const query = new URLSearchParams({ pagenum: '1', pagesize: '9', actor })
      assert.equal((await server.client.get(`${AUDIT}?${query}`, { token })).body.data.total, 0, actor)
    }
  })

  it('refuses a caller whose role lacks the right', async () => {
    const { token } = await userOf(server, await roleWith(server))
    const { status, body } = await server.client.get(`${AUDIT}?pagenum=1&pagesize=9`, { token })
    assert.deepEqual([status, body.meta.message], [403, '没有访问权限'])
  })
})
