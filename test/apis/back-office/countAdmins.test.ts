import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office countAdmins', () => {
  const server = useServer({ APIS: 'back-office' })
  let token: string
  before(async () => {
    token = (await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })).token
  })

  const count = (query: string, by = token) => server.client.get(`/admin/statistics${query}`, { token: by })
  const put = async (path: string, json?: unknown) => {
    assert.equal((await server.client.put(`/admin/admins/${path}`, { token, json })).status, 200)
  }

  async function assertCounts(roles: [admin: number, viewer: number], disabled: number): Promise<void> {
    const byRole = await count('?by=role')
    assert.equal(byRole.status, 200)
    assert.deepEqual(byRole.body, [
      { key: 'admin', count: roles[0] },
      { key: 'viewer', count: roles[1] }
    ])
    assert.deepEqual((await count('?by=state')).body, [
      { key: 'true', count: roles[0] + roles[1] - disabled },
      { key: 'false', count: disabled }
    ])
  }

  it('counts administrators by role and by state as they come, are disabled, given a role and removed', async () => {
    await assertCounts([2, 0], 0)
    const { account: first } = await signedUp(server, backOfficeRealm)
    const { account: second } = await signedUp(server, backOfficeRealm)
    await assertCounts([2, 2], 0)
    await put(`${first.id}/state/false`)
    await put(second.id, { email: 'a@b.c' })
    await assertCounts([2, 2], 1)
    await put(`${first.id}/role`, { rid: 1 })
    await assertCounts([3, 1], 1)
    assert.equal((await server.client.delete(`/admin/admins/${first.id}`, { token })).status, 200)
    await assertCounts([2, 1], 0)
  })

  it('is for those who may list administrators', async () => {
    const { account, token: viewer } = await signedUp(server, backOfficeRealm)
    assert.equal((await count('?by=role', viewer)).status, 200)
    await setDisabled(realmContext(server.context, backOfficeRealm), account.id, true)
    assert.equal((await count('?by=role', viewer)).status, 403)
    assert.equal((await server.client.get('/admin/statistics?by=role')).status, 401)
  })

  it('refuses another grouping, a missing one and an unknown parameter', async () => {
    for (const query of ['', '?by=', '?by=name', '?by=role&page=1']) {
      const { status, body } = await count(query)
      assert.deepEqual([status, body.message], [400, '请求参数错误'], query)
    }
  })
})
