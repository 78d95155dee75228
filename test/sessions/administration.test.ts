import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import type { AccountRow } from '../../src/realms/realm.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { signToken } from '../../src/tokens/token.js'
import { traitsOf } from '../apis/index.js'
import { freshName, signedUp } from '../support/accounts.js'
import type { Answer } from '../support/client.js'
import { assertRefused, FORBIDDEN, userWith } from '../support/julong.js'
import { ownSessions } from '../support/own-sessions.js'
import { useServer } from '../support/server.js'
import { sessionOf } from '../support/sessions.js'

interface Administration {
  path: string
  /** The address of a page: which one, its size, and a filter. */
  page: (number: number, size: number, filter?: string) => string
  found: (answer: Answer) => { total: number; sessions: Record<string, unknown>[] }
  account: [id: string, name: string]
  ofAccount: (id: AccountRow['id']) => string
}

const ADMINISTRATIONS: Partial<Record<RealmName, Administration>> = {
  julong: {
    path: '/api/private/v1/sessions',
    page: (number, size, filter = '') => `?pagenum=${number}&pagesize=${size}${filter}`,
    found: ({ body }) => body.data,
    account: ['uid', 'username'],
    ofAccount: (id) => `/api/private/v1/users/${id}/sessions`
  },
  'waste-sorting': {
    path: '/api/admin/sessions',
    page: (number, size, filter = '') => `?page=${number}&limit=${size}${filter}`,
    found: ({ body, headers }) => ({ sessions: body, total: Number(headers.get('X-Total-Count')) }),
    account: ['user_id', 'username'],
    ofAccount: (id) => `/api/admin/users/${id}/sessions`
  },
  'back-office': {
    path: '/admin/sessions',
    page: (number, size, filter = '') => `?pagenum=${number}&pagesize=${size}${filter}`,
    found: ({ body }) => ({ sessions: body.data, total: body.totalpage }),
    account: ['admin_id', 'name'],
    ofAccount: (id) => `/admin/admins/${id}/sessions`
  }
}

for (const [api, administration] of Object.entries(ADMINISTRATIONS))
  testAdministration(api as RealmName, administration)

function testAdministration(
  api: RealmName,
  { path, page, found, account: [id, name], ofAccount }: Administration
): void {
  const { me, ended, unknown } = ownSessions[api]
  const realm = realmNamed(api)

  describe(`sessions of all accounts in ${api}`, () => {
    const server = useServer({ APIS: api })
    const administrator = () => signedUp(server, realm, { values: { role_id: traitsOf[api].ranks?.highest } })
    const read = async (token: string, ...at: Parameters<typeof page>) =>
      found(await server.client.get(path + page(...at), { token }))
    const statusOf = async (token: string) => (await server.client.get(me, { token })).status

    it('are listed by page, the newest first', async () => {
      const { token, account } = await administrator()
      const second = await signedUp(server, realm)
      const { total, sessions } = await read(token, 1, 1000)
      assert.equal(sessions.length, total)
      const own = sessions.find((session) => session.id !== undefined && session.current === true)
      assert.deepEqual([own?.[id], own?.[name]], [account.id, account.name])
      const other = sessions.find((session) => session[id] === second.account.id)
      assert.deepEqual([other?.id, other?.current], [await sessionOf(server, api, second.token), false])
      const pages = [await read(token, 1, 1), await read(token, 2, 1), await read(token, total + 1, 1)]
      const ids = pages.map((one) => one.sessions.map((session) => session.id))
      assert.deepEqual(ids, [[sessions[0]?.id], [sessions[1]?.id], []])
      assert.ok(pages.every((one) => one.total === total))
    })

    it('are found by part of the name in any case, and by account', async () => {
      const { token } = await administrator()
      const shared = freshName('Shared')
      const [first, second] = [
        await signedUp(server, realm, { name: `${shared}-a` }),
        await signedUp(server, realm, { name: `${shared} b` })
      ]
      const byName = await read(token, 1, 10, `&query=${shared.toLowerCase()}`)
      const found = byName.sessions.map((session) => session[name])
      assert.deepEqual([byName.total, found.sort()], [2, [first.account.name, second.account.name].sort()])
      const byAccount = await read(token, 1, 10, `&${id}=${second.account.id}`)
      assert.deepEqual([byAccount.total, byAccount.sessions[0]?.[name]], [1, second.account.name])
      const spaced = await read(token, 1, 10, `&query=${shared}%20`)
      assert.deepEqual([spaced.total, spaced.sessions[0]?.[name]], [1, second.account.name])
      for (const nobodys of ['%25', `%20${shared}`]) {
        assert.equal((await read(token, 1, 10, `&query=${nobodys}`)).total, 0, nobodys)
      }
    })

    it('are ended one at a time', async () => {
      const { token } = await administrator()
      const other = await signedUp(server, realm)
      const at = `${path}/${await sessionOf(server, api, other.token)}`
      const answer = await server.client.delete(at, { token })
      assert.deepEqual([answer.status, answer.body], [200, ended])
      assert.equal(await statusOf(other.token), 401)
      const again = await server.client.delete(at, { token })
      assert.deepEqual([again.status, again.body], [404, unknown])
    })

    it('are all ended for an account, also logins without a session', async () => {
      const { token } = await administrator()
      const other = await signedUp(server, realm)
      const unlisted = signToken(realm, realmContext(server.context, realm).keys, other.account)
      const answer = await server.client.delete(ofAccount(other.account.id), { token })
      assert.deepEqual([answer.status, answer.body], [200, ended])
      for (const one of [other.token, unlisted]) assert.equal(await statusOf(one), 401)
      assert.equal((await read(token, 1, 10, `&${id}=${other.account.id}`)).total, 0)
    })
  })
}

describe('sessions of julong', () => {
  const server = useServer({ APIS: 'julong' })

  it('that were ended are counted in the audit trail', async () => {
    const caller = await userWith(server, 'users:disable', 'audit:read')
    const { account } = await signedUp(server, realmNamed('julong'))
    await server.client.delete(`/api/private/v1/users/${account.id}/sessions`, { token: caller.token })
    const path = '/api/private/v1/audit?pagenum=1&pagesize=1&action=session-end'
    const { status, body } = await server.client.get(path, { token: caller.token })
    assert.equal(status, 200)
    const { actor, target, detail } = body.data.events[0]
    assert.deepEqual([actor, target, detail], [caller.account.name, account.name, { sessions: 1 }])
  })

  it('of a higher role are not ended by a lower one', async () => {
    const caller = await userWith(server, 'users:disable')
    const higher = await signedUp(server, realmNamed('julong'), { values: { role_id: 0 } })
    const session = await sessionOf(server, 'julong', higher.token)
    for (const path of [`sessions/${session}`, `users/${higher.account.id}/sessions`]) {
      const answer = await server.client.delete(`/api/private/v1/${path}`, { token: caller.token })
      assertRefused(answer, 403, FORBIDDEN)
    }
    assert.equal((await server.client.get('/api/private/v1/me', { token: higher.token })).status, 200)
  })
})
