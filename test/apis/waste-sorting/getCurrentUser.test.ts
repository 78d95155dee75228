import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('waste-sorting getCurrentUser', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  const me = (token?: string) => server.client.get('/api/auth/me', { token })

  it('answers users and administrators with their account', async () => {
    const user = await me(await login(server.client, 'waste-sorting', 'usertest', 'usertest'))
    assert.deepEqual([user.status, user.body], [200, { id: 2, username: 'usertest', role: 0, points: 100, status: 0 }])
    const administrator = await me(await login(server.client, 'waste-sorting', 'admintest', 'admintest'))
    assert.deepEqual(administrator.body, { id: 1, username: 'admintest', role: 1, points: 0, status: 0 })
  })

  it('refuses a request without a token, and a banned account', async () => {
    const missing = await me()
    assert.deepEqual([missing.status, missing.body], [401, { message: '缺少认证令牌' }])
    const { account, token } = await signedUp(server, wasteSortingRealm)
    const administrator = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
    const path = `/api/admin/users/${account.id}/status`
    assert.equal((await server.client.put(path, { token: administrator, json: { status: 1 } })).status, 200)
    const banned = await me(token)
    assert.deepEqual([banned.status, banned.body], [403, { message: '该账户已被封禁' }])
  })
})
