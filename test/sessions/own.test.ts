import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changePassword } from '../../src/accounts/change-password.js'
import { removeAccount, setDisabled } from '../../src/accounts/administration.js'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { endOtherSessions } from '../../src/sessions/end.js'
import { insertSession } from '../../src/sessions/rows.js'
import { issueToken } from '../../src/tokens/token.js'
import { traitsOf } from '../apis/index.js'
import { apisUnderTest } from '../http/api-under-test.js'
import { PASSWORD, signedUp } from '../support/accounts.js'
import { ownSessions } from '../support/own-sessions.js'
import { useServer } from '../support/server.js'
import { callerOf, login, sessionOf } from '../support/sessions.js'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'
const PROXIED = '203.0.113.7'

for (const api of realmNames) testOwnSessions(api)

function testOwnSessions(api: RealmName): void {
  const { list, path, one, endOthers, ended, othersEnded = ended, unknown, me, times } = ownSessions[api]
  const realm = realmNamed(api)

  describe(`own sessions in ${api}`, () => {
    const server = useServer({ APIS: api, TRUSTED_PROXIES: '1' })
    const newcomer = () => signedUp(server, realm, { ...(traitsOf[api].also && { also: traitsOf[api].also }) })
    const again = (name: string) => login(server.client, api, name, PASSWORD)
    const sessionsOf = async (token: string) => list((await server.client.get(path, { token })).body)
    const statusOf = async (token: string) => (await server.client.get(me, { token })).status
    const end = (token: string, id: string) => server.client.delete(one(id), { token })
    const rowsOf = async (id: unknown) =>
      (await server.db('quintet.sessions').where({ realm: api, account_id: String(id) })).length

    it('are listed, this one first, with address, device and times', async () => {
      const { account, token } = await newcomer()
      const headers = { 'User-Agent': FIREFOX, 'X-Forwarded-For': PROXIED }
      const client = {
        ...server.client,
        post: (to: string, options = {}) => server.client.post(to, { ...options, headers })
      }
      const other = await login(client, api, account.name, PASSWORD)
      const [own, second, ...more] = await sessionsOf(token)
      assert.deepEqual(more, [])
      assert.deepEqual([own?.id, own?.current], [await sessionOf(server, api, token), true])
      const { id, address, device, current } = second ?? {}
      const expected = { id: await sessionOf(server, api, other), address: PROXIED, device: 'Firefox 128, Linux' }
      assert.deepEqual({ id, address, device, current }, { ...expected, current: false })
      const [begun, expires] = times.map((name) => Date.parse(String(second?.[name])))
      const life = Math.max(realm.tokenLifeSeconds, realm.refreshWindowSeconds ?? 0)
      assert.ok(Math.abs(Date.now() - begun!) < 60_000)
      assert.equal(expires! - begun!, life * 1000)
      assert.deepEqual(
        (await sessionsOf(other)).map((session) => session.current),
        [true, false]
      )
    })

    it('are ended one at a time', async () => {
      const { account, token } = await newcomer()
      const other = await again(account.name)
      const id = await sessionOf(server, api, other)
      const answer = await end(token, id)
      assert.deepEqual([answer.status, answer.body], [200, ended])
      assert.equal(await statusOf(other), 401)
      assert.equal(await statusOf(token), 200)
      assert.equal((await sessionsOf(token)).length, 1)
      for (const gone of [id, UNKNOWN_ID]) {
        const refused = await end(token, gone)
        assert.deepEqual([refused.status, refused.body], [404, unknown])
      }
      assert.equal((await end(token, await sessionOf(server, api, token))).status, 200)
      assert.equal(await statusOf(token), 401)
    })

    it('have ids in any case, and in no other form of a UUID', async () => {
      const { account, token } = await newcomer()
      const id = await sessionOf(server, api, await again(account.name))
      for (const form of [`urn:uuid:${id}`, `{${id}}`, id.replaceAll('-', '')]) {
        const { status, body } = await end(token, encodeURIComponent(form))
        assert.ok([400, 422].includes(status), `${form}: ${status}`)
        assert.match(JSON.stringify(body), /"path":"(session_)?id"|"loc":\["path","id"\]/, form)
      }
      assert.equal((await end(token, id.toUpperCase())).status, 200)
    })

    it('of others are unknown', async () => {
      const [caller, other] = [await newcomer(), await newcomer()]
      const refused = await end(caller.token, await sessionOf(server, api, other.token))
      assert.deepEqual([refused.status, refused.body], [404, unknown])
      assert.equal(await statusOf(other.token), 200)
    })

    it('are all ended but this one, also logins without a session', async () => {
      const { account, token } = await newcomer()
      const others = [await again(account.name), await again(account.name)]
      const unlisted = issueToken(realm, realmContext(server.context, realm).keys, account).text
      assert.equal(await statusOf(unlisted), 200)
      const answer = await endOthers(server.client, { token })
      assert.deepEqual([answer.status, answer.body], [200, othersEnded])
      for (const ended of [...others, unlisted]) assert.equal(await statusOf(ended), 401)
      assert.equal(await statusOf(token), 200)
      assert.equal((await sessionsOf(token)).length, 1)
      assert.equal(await statusOf(await again(account.name)), 200)
      assert.equal(await rowsOf(account.id), 2)
    })

    it('stay ended when a request of an ended one ends the others', async () => {
      const { account, token } = await newcomer()
      const context = realmContext(server.context, realm)
      const caller = await callerOf(server, api, token)
      const change = { current: PASSWORD, next: PASSWORD }
      await changePassword(context, await callerOf(server, api, await again(account.name)), change)
      await assert.rejects(endOtherSessions(context, caller), { code: 'token-revoked' })
      await assert.rejects(changePassword(context, caller, change), { code: 'token-revoked' })
      assert.equal(await statusOf(token), 401)
    })

    it('are logged out once by requests at once, with one entry of the audit trail', async () => {
      const { account, token } = await newcomer()
      const { operations } = apisUnderTest.find(({ name }) => name === api)!
      const logout = operations.find(({ operationId }) => operationId === 'logout')!
      await Promise.all(Array.from({ length: 10 }, () => server.client.request(logout.method, logout.path, { token })))
      const entries = await server.db('audit.events').where({ realm: api, action: 'logout', actor_name: account.name })
      assert.equal(entries.length, 1)
    })

    it('are deleted with their tokens', async () => {
      const { account, token } = await newcomer()
      const context = realmContext(server.context, realm)
      const other = await again(account.name)
      await changePassword(context, await callerOf(server, api, token), { current: PASSWORD, next: PASSWORD })
      assert.equal(await rowsOf(account.id), 1)
      assert.equal(await statusOf(other), 401)
      await again(account.name)
      await setDisabled(context, account.id, true)
      assert.equal(await rowsOf(account.id), 0)
      await setDisabled(context, account.id, false)
      await again(account.name)
      await removeAccount(context, account.id)
      assert.equal(await rowsOf(account.id), 0)
    })

    it('are not listed once they have expired, or when a change of the password has overtaken their login', async () => {
      const { account, token } = await newcomer()
      const context = realmContext(server.context, realm)
      const expired = issueToken({ ...realm, tokenLifeSeconds: -60 }, context.keys, account, 0).token
      const overtaken = issueToken(realm, context.keys, { ...account, generation: account.generation + 1 }).token
      for (const one of [expired, overtaken]) await insertSession(context.db, context, one)
      assert.equal(await rowsOf(account.id), 2)
      assert.equal((await sessionsOf(token)).length, 1)
    })

    it('are listed up to a hundred', async () => {
      const { account, token } = await newcomer()
      const context = realmContext(server.context, realm)
      for (let made = 0; made < 101; made += 1)
        await insertSession(context.db, context, issueToken(realm, context.keys, account).token)
      const listed = await sessionsOf(token)
      assert.equal(listed.length, 100)
      assert.equal(listed[0]?.current, true)
    })
  })
}
