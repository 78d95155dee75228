import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNamed } from '../../src/realms/realms.js'
import { traitsOf } from '../apis/index.js'
import { freshNameOf, PASSWORD, signedUp } from '../support/accounts.js'
import type { Answer } from '../support/client.js'
import { administratorToken, BASE } from '../support/julong.js'
import { LAST_ID, leaveIds } from '../support/last-ids.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'

type Registration = [path: string, body: (name: string) => Record<string, unknown>]

const REGISTRATIONS: Partial<Record<string, Registration>> = {
  tms: ['/tms/register', (username) => ({ username, password: PASSWORD })],
  julong: [`${BASE}/register`, (user) => ({ user, password: PASSWORD })],
  'waste-sorting': ['/api/auth/register', (username) => ({ username, password: PASSWORD })],
  'user-login': [
    '/api/users/register',
    (email) => ({ email, password: PASSWORD, first_name: 'A', last_name: 'B', phone_number: '1' })
  ]
}

describe('accounts with the last ids that there are', () => {
  const server = useServer()
  const send = (method: string, path: string, token: string, json?: unknown): Promise<Answer> =>
    server.client.request(method, path, { token, ...(json !== undefined && { json }) })

  const administrator = () => login(server.client, 'waste-sorting', 'admintest', 'admintest')
  const roleOf = async (id: number): Promise<number> => {
    const token = await administratorToken(server)
    return (await send('GET', `${BASE}/users/${id}`, token)).body.data.role_id
  }

  for (const [api, [path, bodyOf]] of Object.entries(REGISTRATIONS) as [keyof typeof traitsOf, Registration][]) {
    const realm = realmNamed(api)

    it(`${api}: register, log in and are recorded, until there is none left; then nothing is half done`, async () => {
      const names = [1, 2, 3].map(() => freshNameOf(realm))
      const register = (name: string) => server.client.post(path, { json: bodyOf(name) })
      await leaveIds(server.db, realm.table, 2)
      if (realm.profile) await leaveIds(server.db, realm.profile.table, 2)
      for (const [index, name] of names.slice(0, 2).entries()) {
        assert.ok((await register(name)).status < 300)
        await login(server.client, api, name, PASSWORD)
        const target = String(LAST_ID - 1 + index)
        const entries = await server.db('audit.events').where({ realm: api, target_id: target }).pluck('action')
        assert.deepEqual(entries, ['account-create', 'login'])
      }

      const logged = server.logged.length
      assert.equal((await register(names[2]!)).status, 500)
      assert.match(server.logged.slice(logged).join(''), /"msg":"internal error"/)
      assert.match(server.logged.slice(logged).join(''), /reached maximum value of sequence/)
      assert.equal((await server.db('audit.events').where({ target_name: names[2]! })).length, 0)
      const ids = await server
        .db(realm.accounts)
        .where('id', '>', 2 ** 31)
        .orderBy('id')
        .pluck('id')
      assert.deepEqual(ids, [LAST_ID - 1, LAST_ID])
    })
  }

  it('tms: are listed, paged, and read by their own token', async () => {
    const name = (await server.db('tms.accounts').where({ id: LAST_ID }).first('name')).name as string
    const token = await login(server.client, 'tms', name, PASSWORD)
    assert.equal((await send('GET', '/tms/user/me', token)).body.data.id, LAST_ID)
    const whole = (await send('GET', '/tms/user/list', token)).body.data
    assert.deepEqual(
      whole.users.slice(-2).map(({ id }: { id: number }) => id),
      [LAST_ID - 1, LAST_ID]
    )
    const last = (await send('GET', `/tms/user/list?page=${whole.total}&limit=1`, token)).body.data
    assert.deepEqual([last.total, last.users[0].id], [whole.total, LAST_ID])
  })

  it('julong: are paged, searched, read, updated, disabled, given a role, found by their session and removed', async () => {
    const token = await administratorToken(server)
    const user = `${BASE}/users/${LAST_ID}`
    const read = (await send('GET', user, token)).body.data
    assert.equal(read.id, LAST_ID)
    const page = async (query: string) => (await send('GET', `${BASE}/user?${query}`, token)).body.data
    const { total } = await page('pagenum=1&pagesize=1')
    assert.equal((await page(`pagenum=${total}&pagesize=1`)).users[0].id, LAST_ID)
    const searched = await page(`pagenum=1&pagesize=1&query=${read.username}`)
    assert.deepEqual([searched.total, searched.users[0].id], [1, LAST_ID])

    assert.equal((await send('PUT', user, token, { email: 'last@example.com' })).body.data.id, LAST_ID)
    assert.equal((await page('pagenum=1&pagesize=1&query=last@example')).users[0].id, LAST_ID)
    const sessions = (await send('GET', `${BASE}/sessions?pagenum=1&pagesize=1&uid=${LAST_ID}`, token)).body.data
    assert.deepEqual([sessions.total, sessions.sessions[0].uid], [1, LAST_ID])
    assert.equal((await send('PUT', `${user}/role`, token, { rid: 0 })).body.data.id, LAST_ID)
    assert.equal(await roleOf(LAST_ID), 0)
    assert.equal((await send('PUT', `${BASE}/users/${LAST_ID}/state/false`, token)).body.data.id, LAST_ID)

    assert.equal((await send('DELETE', user, token)).status, 200)
    assert.equal((await send('GET', user, token)).status, 404)
    assert.equal((await page('pagenum=1&pagesize=1')).total, total - 1)
    assert.equal((await page('pagenum=1&pagesize=1&query=last@example')).total, 0)
  })

  it('julong: roles with the last id are made, listed, given rights and users, counted and removed', async () => {
    const token = await administratorToken(server)
    await leaveIds(server.db, 'julong.roles', 1)
    const role = `${BASE}/roles/${LAST_ID}`
    const created = await send('POST', `${BASE}/roles`, token, { roleName: 'the last' })
    assert.equal(created.body.data.roleId, LAST_ID)
    assert.equal((await send('PUT', role, token, { roleName: 'the very last' })).body.data.roleId, LAST_ID)
    assert.equal((await send('GET', role, token)).body.data.roleName, 'the very last')
    assert.equal((await send('POST', `${role}/rights`, token, { rids: '136' })).status, 200)
    const listed = (await send('GET', `${BASE}/roles`, token)).body.data.at(-1)
    assert.deepEqual([listed.id, listed.children[0].children[0].children[0].id], [LAST_ID, 136])

    await server.db.raw('alter table julong.users alter id restart with 2147483648')
    const { account, token: theirs } = await signedUp(server, realmNamed('julong'))
    assert.equal(account.id, 2_147_483_648)
    for (const rid of [LAST_ID, String(LAST_ID)]) {
      const { status, body } = await send('PUT', `${BASE}/users/${account.id}/role`, token, { rid })
      assert.deepEqual([status, body.data.id, body.data.rid], [200, account.id, String(LAST_ID)])
    }
    const me = (await send('GET', `${BASE}/me`, theirs)).body.data
    assert.deepEqual([me.id, me.role_id, me.role_name], [account.id, LAST_ID, 'the very last'])
    assert.equal((await send('GET', `${BASE}/users/${account.id}`, theirs)).status, 200)
    const counted = (await send('GET', `${BASE}/user/count?by=role`, token)).body.data.counts
    assert.deepEqual(counted.at(-1), { key: String(LAST_ID), name: 'the very last', count: 1 })

    assert.equal((await send('DELETE', `${role}/rights/136`, token)).status, 200)
    assert.equal((await send('DELETE', role, token)).status, 200)
    assert.equal(await roleOf(2_147_483_648), -1)
    assert.equal((await send('DELETE', role, token)).status, 404)
  })

  it('waste-sorting: are listed, paged, read, banned, given a password and found by their session', async () => {
    const token = await administrator()
    const user = `/api/admin/users/${LAST_ID}`
    assert.equal((await send('GET', user, token)).body.id, LAST_ID)
    assert.equal((await send('GET', '/api/admin/users', token)).body.at(-1).id, LAST_ID)
    const first = await send('GET', '/api/admin/users?page=1&limit=1', token)
    const total = first.headers.get('X-Total-Count')
    assert.equal((await send('GET', `/api/admin/users?page=${total}&limit=1`, token)).body[0].id, LAST_ID)
    const sessions = (await send('GET', `/api/admin/sessions?user_id=${LAST_ID}`, token)).body
    assert.deepEqual(
      sessions.map(({ user_id }: { user_id: number }) => user_id),
      [LAST_ID]
    )
    assert.equal((await send('PUT', `${user}/status`, token, { status: 1 })).body.user.id, LAST_ID)
    assert.equal((await send('PUT', `${user}/set_password`, token, { new_password: 'another horse' })).status, 200)
    assert.equal((await send('DELETE', `${user}/sessions`, token)).status < 300, true)
  })

  it('user-login: read their profile', async () => {
    const [{ name }] = await server.db('user_login.accounts').where({ id: LAST_ID }).select('name')
    const token = await login(server.client, 'user-login', name as string, PASSWORD)
    assert.equal((await send('GET', '/api/me', token)).body.email, name)
    const [info] = await server.db('user_login.user_info').where({ user_id: LAST_ID }).select('id')
    assert.equal(info.id, LAST_ID)
  })
})
