import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { administratorToken, assertRefused, BASE, FORBIDDEN, roleWith, userOf, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong countUsers', () => {
  const server = useServer({ APIS: 'julong' })
  let token: string
  let roleId: number
  let roleName: string
  before(async () => {
    token = await administratorToken(server)
    roleId = await roleWith(server)
    roleName = (await server.client.get(`${BASE}/roles/${roleId}`, { token })).body.data.roleName
  })

  const count = (query: string, by = token) => server.client.get(`${BASE}/user/count${query}`, { token: by })
  const change = async (method: string, path: string, json?: unknown) => {
    const { status, body } = await server.client.request(method, BASE + path, { token, json })
    assert.ok(status < 300, JSON.stringify(body))
    return body.data
  }
  const add = async (): Promise<number> =>
    (await change('POST', '/users', { userName: freshName(), password: PASSWORD })).id

  /** Of the accounts without a role, the super administrators, and those of the two other roles. */
  async function assertCounts(roles: number[], states: [enabled: number, disabled: number]): Promise<void> {
    const total = roles.reduce((sum, number) => sum + number, 0)
    const byRole = await count('?by=role')
    assert.deepEqual([byRole.status, byRole.body.meta], [200, { message: '获取成功', status: 200 }])
    const names = [
      ['-1', ''],
      ['0', '超级管理员'],
      ['30', '用户管理员'],
      [String(roleId), roleName]
    ]
    assert.deepEqual(byRole.body.data, {
      total,
      counts: names.map(([key, name], index) => ({ key, name, count: roles[index] ?? 0 }))
    })
    assert.deepEqual((await count('?by=state')).body.data, {
      total,
      counts: [
        { key: 'true', name: '启用', count: states[0] },
        { key: 'false', name: '禁用', count: states[1] }
      ]
    })
  }

  it('counts users by role and by state as they are added, disabled, given a role and removed', async () => {
    await assertCounts([0, 1, 0, 0], [1, 0])
    const [first, second, third] = [await add(), await add(), await add()]
    await assertCounts([3, 1, 0, 0], [4, 0])
    await change('PUT', `/users/${first}/state/false`)
    await change('PUT', `/users/${first}/state/false`)
    await assertCounts([3, 1, 0, 0], [3, 1])
    await change('PUT', `/users/${first}/role`, { rid: roleId })
    await change('PUT', `/users/${second}/role`, { rid: 30 })
    await assertCounts([1, 1, 1, 1], [3, 1])
    await change('DELETE', `/users/${first}`)
    await change('PUT', `/users/${third}`, { email: 'a@b.c' })
    await assertCounts([1, 1, 1, 0], [3, 0])
    await change('PUT', `/users/${third}/state/false`)
    await change('PUT', `/users/${third}/state/true`)
    await assertCounts([1, 1, 1, 0], [3, 0])
  })

  it('counts the users of a removed role among those without one', async () => {
    const removed = await roleWith(server)
    await Promise.all([userOf(server, removed), userOf(server, removed), userOf(server, removed)])
    const before = (await count('?by=role')).body.data
    assert.deepEqual(before.counts.at(-1).count, 3)
    await change('DELETE', `/roles/${removed}`)
    const { total, counts } = (await count('?by=role')).body.data
    assert.equal(total, before.total)
    assert.equal(counts.length, before.counts.length - 1)
    assert.equal(counts[0].count, before.counts[0].count + 3)
  })

  it('counts exactly after changes at the same moment', async () => {
    const before = (await count('?by=state')).body.data
    const ids = await Promise.all(Array.from({ length: 16 }, add))
    await Promise.all([
      ...ids.slice(0, 6).map((id) => change('PUT', `/users/${id}/state/false`)),
      ...ids.slice(6, 10).map((id) => change('DELETE', `/users/${id}`)),
      ...ids.slice(10).map((id) => change('PUT', `/users/${id}/role`, { rid: roleId })),
      ...Array.from({ length: 4 }, () =>
        server.client.post(`${BASE}/users`, { token, json: { userName: 'admin', password: PASSWORD } })
      )
    ])
    const { total, counts } = (await count('?by=state')).body.data
    assert.equal(total, before.total + 12)
    assert.equal(counts[1].count, before.counts[1].count + 6)
    const listed = await server.client.get(`${BASE}/user?pagenum=1&pagesize=1`, { token })
    assert.equal(listed.body.data.total, total)
  })

  it('is for those who may read users', async () => {
    const reader = await userWith(server, 'users:read')
    assert.equal((await count('?by=role', reader.token)).status, 200)
    const other = await userWith(server, 'roles:list')
    assertRefused(await count('?by=role', other.token), 403, FORBIDDEN)
    assertRefused(await server.client.get(`${BASE}/user/count?by=role`), 401, '无效token')
  })

  it('refuses another grouping, a missing one and an unknown parameter', async () => {
    for (const query of ['', '?by=', '?by=name', '?by=role&by=state', '?by=role&tz=UTC']) {
      assertRefused(await count(query), 400, '请求参数错误')
    }
  })
})
