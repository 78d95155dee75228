import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('back-office getCurrentAdmin', () => {
  const server = useServer({ APIS: 'back-office' })
  const me = (token?: string, query = '') => server.client.get(`/admin/me${query}`, { token })

  it('answers an administrator of any role as the list has them, without a password', async () => {
    for (const [role_id, role] of [
      [1, 'admin'],
      [2, 'viewer']
    ] as const) {
      const { account, token } = await signedUp(server, backOfficeRealm, { values: { role_id } })
      const { status, body } = await me(token)
      assert.deepEqual([status, body.name, body.role, body.password], [200, account.name, role, '******'])
      const list = await server.client.get(`/admin/admins?pagenum=1&pagesize=1&query=${account.name}`, { token })
      assert.deepEqual(body, list.body.data[0])
    }
  })

  it('refuses a request without a token, an unknown parameter, and a disabled administrator', async () => {
    const { account, token } = await signedUp(server, backOfficeRealm)
    const missing = await me()
    assert.deepEqual([missing.status, missing.body], [401, { message: '无效token' }])
    assert.equal((await me(token, '?_id=1')).status, 400)
    await setDisabled(realmContext(server.context, backOfficeRealm), account.id, true)
    const disabled = await me(token)
    assert.deepEqual([disabled.status, disabled.body], [403, { message: '该管理员已被禁用' }])
  })
})
