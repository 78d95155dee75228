import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tmsRealm } from '../../../src/realms/tms.js'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { expiredToken, signedUp } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

const ADMINISTRATION = [
  ['GET', '/api/admin/users'],
  ['GET', '/api/admin/users/2'],
  ['POST', '/api/admin/users/create_admin'],
  ['PUT', '/api/admin/users/2/status'],
  ['PUT', '/api/admin/users/2/set_password']
] as const
const PROTECTED = [...ADMINISTRATION, ['PUT', '/api/auth/change_password'] as const]

describe('waste-sorting tokens', () => {
  const server = useServer({ APIS: 'waste-sorting' })

  async function assertRefused(operations: typeof PROTECTED, headers: Record<string, string>, expected: unknown[]) {
    for (const [method, path] of operations) {
      const { status, body } = await server.client.request(method, path, { headers })
      assert.deepEqual([status, body.message], expected, `${method} ${path}`)
    }
  }

  it('are required', () => assertRefused(PROTECTED, {}, [401, '缺少认证令牌']))

  it('are accepted only after the word Bearer', async () => {
    const token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
    for (const authorization of [token, 'Bearer', `Basic ${token}`, `Bearer ${token} more`]) {
      await assertRefused(PROTECTED, { authorization }, [401, '令牌格式错误，应为 "Bearer <token>"'])
    }
    for (const word of ['bearer', 'BEARER']) {
      const headers = { authorization: `${word} ${token}` }
      assert.equal((await server.client.get('/api/admin/users', { headers })).status, 200)
    }
  })

  it('are refused when forged or signed for another API', async () => {
    const token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
    const { account } = await signedUp(server, wasteSortingRealm)
    const foreign = expiredToken(server, { ...tmsRealm, tokenLifeSeconds: 0 }, { ...account, id: 1 } as never)
    for (const wrong of ['xx.yy.zz', `${token.slice(0, -2)}xx`, token.replace(/\.[^.]*$/, '.'), foreign]) {
      await assertRefused(PROTECTED, { authorization: `Bearer ${wrong}` }, [401, '无效的令牌'])
    }
  })

  it('expire', async () => {
    const { account } = await signedUp(server, wasteSortingRealm)
    const token = expiredToken(server, wasteSortingRealm, account)
    await assertRefused(PROTECTED, { authorization: `Bearer ${token}` }, [401, '令牌已过期'])
  })

  it('are refused once their account is removed', async () => {
    const { account, token } = await signedUp(server, wasteSortingRealm)
    await server.db(wasteSortingRealm.table).where({ id: account.id }).del()
    await assertRefused(PROTECTED, { authorization: `Bearer ${token}` }, [401, '无效的用户'])
  })

  it('of a banned account are refused', async () => {
    const { account, token } = await signedUp(server, wasteSortingRealm, { values: { role_id: 1 } })
    await server.db(wasteSortingRealm.table).where({ id: account.id }).update({ disabled: true })
    await assertRefused(PROTECTED, { authorization: `Bearer ${token}` }, [403, '该账户已被封禁'])
  })

  it('of an ordinary user do not administer', async () => {
    const token = await login(server.client, 'waste-sorting', 'usertest', 'usertest')
    await assertRefused([...ADMINISTRATION] as never, { authorization: `Bearer ${token}` }, [403, '需要管理员权限'])
  })
})
