import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { signedUp } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting getUser', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const get = (id: string | number) => server.client.get(`/api/admin/users/${id}`, { token })

  it('answers one account', async () => {
    const { status, body } = await get(2)
    assert.equal(status, 200)
    assert.deepEqual(body, { id: 2, username: 'usertest', role: 0, points: 100, status: 0 })
  })

  it('shows that an account is banned', async () => {
    const { account } = await signedUp(server, wasteSortingRealm)
    await server.client.put(`/api/admin/users/${account.id}/status`, { token, json: { status: 1 } })
    assert.equal((await get(account.id)).body.status, 1)
  })

  it('answers the name as it was typed', async () => {
    const { account } = await signedUp(server, wasteSortingRealm, { name: ' Ｔest Ⅳ ' })
    assert.equal((await get(account.id)).body.username, ' Ｔest Ⅳ ')
  })

  it('refuses an id that nobody has', async () => {
    for (const id of [2_147_483_648, Number.MAX_SAFE_INTEGER]) {
      const { status, body } = await get(id)
      assert.deepEqual([status, body], [404, { message: '用户不存在' }])
    }
  })

  it('refuses an id that is no integer or out of range', async () => {
    for (const id of ['x', '0', '-2', '-0', '2.0', '02', '+2', '2e0', '0x2', '%202', '9007199254740992', '%00']) {
      const { status, body } = await get(id)
      assert.equal(status, 400, id)
      assert.equal(body.message, '无效的状态值')
    }
  })
})
