import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PASSWORD } from '../../support/accounts.js'
import { codeOf, enrol } from '../../support/second-factor.js'
import { useServer, type TestServer } from '../../support/server.js'
import { userWith } from '../../support/julong.js'
import { person, tokenOf } from '../../security/support/people.js'
import { factorPlaces, type FactorPlace } from './place.js'

for (const place of factorPlaces) testAdministration(place)

const OWN = '请凭密码和验证码关闭本人的两步验证'
const ENROL = '请先启用两步验证'

function testAdministration(place: FactorPlace): void {
  const { api, me, login, refusal, dataOf, accountPath, rolePath, any, roles } = place
  const administrator = async (server: TestServer) => {
    const account = await person(server, api, roles.highest)
    return { account, token: tokenOf(server, api, account) }
  }

  describe(`administrators of ${api} and second factors`, () => {
    const server = useServer({ APIS: api })

    it('remove that of another account, whose tokens end', async () => {
      const { token } = await administrator(server)
      const account = await person(server, api)
      const theirs = tokenOf(server, api, account)
      await enrol(server, api, account.id)
      assert.equal((await server.client.delete(accountPath(account.id), { token })).status, 200)
      assert.equal((await login(server.client, account.name, PASSWORD)).status, 200)
      assert.equal((await server.client.get(me, { token: theirs })).status, 401)
      const again = await server.client.delete(accountPath(account.id), { token })
      assert.deepEqual([again.status, again.body], [400, refusal(400, '两步验证未启用')])
    })

    it('cannot remove their own this way, which requires no code', async () => {
      const { account, token } = await administrator(server)
      const { secret } = await enrol(server, api, account.id)
      const answer = await server.client.delete(accountPath(account.id), { token })
      assert.deepEqual([answer.status, answer.body], [403, refusal(403, OWN)])
      assert.equal((await login(server.client, account.name, PASSWORD, codeOf(secret))).status, 200)
    })
  })

  describe(`a role of ${api} that requires a second factor`, () => {
    const server = useServer({ APIS: api })

    it('restricts an account without one to its own account until it has enrolled', async () => {
      const { token: first } = await administrator(server)
      const { account, token } = await administrator(server)
      const path = rolePath(roles.highest)
      const read = async () => dataOf((await server.client.get(path, { token })).body)?.required
      assert.equal(await read(), false)
      const set = await server.client.put(path, { token: first, json: { required: true } })
      assert.equal(set.status, 200)

      for (const refused of [
        await server.client.get(any, { token }),
        await server.client.get(path, { token }),
        await server.client.put(path, { token, json: { required: false } })
      ]) {
        assert.deepEqual([refused.status, refused.body], [403, refusal(403, ENROL)])
      }
      const factor = `${me}/second-factor`
      assert.equal((await server.client.get(me, { token })).status, 200)
      assert.equal(dataOf((await server.client.get(factor, { token })).body).required, true)
      const json = { currentPassword: PASSWORD, newPassword: PASSWORD }
      assert.equal((await server.client.put(`${me}/password`, { token, json })).status, 200)

      const begun = await server.client.post(factor, { token, json: { currentPassword: PASSWORD } })
      const code = codeOf(dataOf(begun.body).secret)
      assert.equal((await server.client.get(any, { token })).status, 403)
      assert.equal((await server.client.put(factor, { token, json: { code } })).status, 200)
      assert.equal((await server.client.get(any, { token })).status, 200)
      assert.equal(await read(), true)
      assert.equal((await login(server.client, account.name, PASSWORD)).status, 400)

      assert.equal((await server.client.put(path, { token, json: { required: false } })).status, 200)
      assert.equal((await server.client.get(any, { token: first })).status, 200)
    })
  })
}

describe('the right to remove second factors in julong', () => {
  const server = useServer({ APIS: 'julong' })

  it('does not apply to accounts whose role has more rights, nor does the right to require them to such roles', async () => {
    const { token } = await userWith(server, 'users:remove-second-factor', 'roles:second-factor')
    const higher = await userWith(server, 'users:remove')
    await enrol(server, 'julong', higher.account.id)
    for (const [method, path] of [
      ['DELETE', `/api/private/v1/users/${higher.account.id}/second-factor`],
      ['PUT', `/api/private/v1/roles/${higher.account.role_id}/second-factor`],
      ['PUT', '/api/private/v1/roles/0/second-factor']
    ] as const) {
      const answer = await server.client.request(method, path, {
        token,
        ...(method === 'PUT' && { json: { required: true } })
      })
      assert.equal(answer.body.meta.message, '没有访问权限', path)
    }
  })
})
