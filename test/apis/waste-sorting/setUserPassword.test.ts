import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { freshName, PASSWORD, signedUp } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting setUserPassword', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const set = (id: string | number, json: unknown, by = token) =>
    server.client.put(`/api/admin/users/${id}/set_password`, { token: by, json })

  it('sets the password and ends the tokens of the account', async () => {
    const { account, token: theirs } = await signedUp(server, wasteSortingRealm)
    const { status, body } = await set(account.id, { new_password: 'new_password' })
    assert.equal(status, 200)
    assert.deepEqual(body, { message: `用户 '${account.name}' 的密码已更新` })
    const json = { current_password: 'new_password', new_password: 'x' }
    const ended = await server.client.put('/api/auth/change_password', { token: theirs, json })
    assert.equal(ended.status, 401)
    assert.deepEqual(ended.body, { message: '无效的令牌' })
    await login(server.client, 'waste-sorting', account.name, 'new_password')
    await assert.rejects(login(server.client, 'waste-sorting', account.name, PASSWORD), /401/)
  })

  it("ends the administrator's own token when they name themselves", async () => {
    const own = await signedUp(server, wasteSortingRealm, { name: freshName('admin'), values: { role_id: 1 } })
    assert.equal((await set(own.account.id, { new_password: PASSWORD }, own.token)).status, 200)
    assert.equal((await set(own.account.id, { new_password: PASSWORD }, own.token)).status, 401)
  })

  it('refuses a password that is missing or cannot be stored', async () => {
    for (const json of [{}, { new_password: '' }, { new_password: null }, { new_password: 'x'.repeat(73) }]) {
      const { status, body } = await set(2, json)
      assert.equal(status, 400)
      assert.equal(body.message, '缺少新密码')
    }
  })

  it('refuses an id that nobody has, and one that is none', async () => {
    const unknown = await set(2_147_483_648, { new_password: 'x' })
    assert.equal(unknown.status, 404)
    assert.deepEqual(unknown.body, { message: '用户不存在' })
    const invalid = await set('x', { new_password: 'x' })
    assert.equal(invalid.status, 400)
    assert.equal(invalid.body.message, '无效的用户 id')
  })
})
