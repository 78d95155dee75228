import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { freshName, PASSWORD, signedUp } from '../support/accounts.js'
import { createActor } from '../support/actor.js'
import type { Answer, Client } from '../support/client.js'
import { refusedFields } from '../support/refused-fields.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'

const MESSAGE = '名称含有控制字符或不可见字符'
/** Control, format, filler, variation, tag, soft hyphen, blank symbols, no character, line separator, and an emoji made of several. */
const HIDDEN = [
  ...['\u0001', '\u0085', '\u200b', '\u202e', '\u2060', '\ufeff', '\ufe0f', '\u00ad', '\u3164', '\uffa0', '\u115f'],
  ...['\u{e0041}', '\u034f', '\u180e', '\u2800', '\u{1d159}', '\ufdd0', '\uffff', '\u2028', '\t', '\n', '\u200d']
]

interface Place {
  api: RealmName
  status: number
  /** The field of the body that has the name. */
  field: string
  take(client: Client, name: string, token: string): Promise<Answer>
}

type Take = Place['take']

const send =
  (method: 'POST' | 'PUT', path: string, field: string, more: object = {}): Take =>
  (client, name, token) =>
    client.request(method, path, { token, json: { ...more, [field]: name } })

const created = (api: RealmName, status: number, path: string, field: string, more: object = {}): Place => ({
  api,
  status,
  field,
  take: send('POST', path, field, { password: PASSWORD, ...more })
})
const updated = (api: RealmName, path: string, field: string): Place => ({
  api,
  status: 422,
  field,
  take: send('PUT', path, field)
})

const PROFILE = { first_name: '', last_name: '', phone_number: '' }
const registered = created('user-login', 422, '/api/users/register', 'email', PROFILE)

/** Every place where a new name is chosen. */
const PLACES: Record<string, Place> = {
  'tms register': created('tms', 422, '/tms/register', 'username'),
  'tms update': updated('tms', '/tms/user/update', 'username'),
  'julong register': created('julong', 422, '/api/private/v1/register', 'user'),
  'julong addUser': created('julong', 422, '/api/private/v1/users', 'userName'),
  'julong checkUserName': created('julong', 422, '/api/private/v1/isExist', 'userName'),
  'julong createRole': created('julong', 422, '/api/private/v1/roles', 'roleName'),
  'julong updateRole': updated('julong', '/api/private/v1/roles/30', 'roleName'),
  'waste-sorting register': created('waste-sorting', 400, '/api/auth/register', 'username'),
  'waste-sorting createAdministrator': created('waste-sorting', 400, '/api/admin/users/create_admin', 'username'),
  'user-login register': {
    ...registered,
    take: (client, name, token) => registered.take(client, `${name}@example.com`, token)
  },
  'back-office createAdmin': created('back-office', 422, '/admin/admins', 'name')
}

describe('a new name with invisible characters', () => {
  const server = useServer()

  for (const [place, { api, status, field, take }] of Object.entries(PLACES)) {
    it(`is refused by ${place}`, async () => {
      const { token } = await createActor(server, api)
      for (const hidden of HIDDEN) {
        const name = freshName()
        // White space around an email is left out.
        const around = api === 'user-login' ? [] : [`${hidden}${name}`]
        for (const each of [`${name}${hidden}x`, `${name}${hidden}`, ...around]) {
          const answer = await take(server.client, each, await token())
          assert.equal(answer.status, status, `${JSON.stringify(each)} ${JSON.stringify(answer.body)}`)
          assert.deepEqual(refusedFields(answer.body), [field])
          if (api !== 'user-login') assert.ok(JSON.stringify(answer.body).includes(MESSAGE))
        }
      }
    })

    it(`is refused by ${place} when all of it is invisible`, async () => {
      const { token } = await createActor(server, api)
      for (const name of ['\u3164', '\u200b', '\u0301', '\u2800\u2800', '\u00a0\u0308']) {
        assert.equal((await take(server.client, name, await token())).status, status, JSON.stringify(name))
      }
    })
  }

  it('may have letters of any script, inner spaces, marks and simple emoji', async () => {
    for (const name of ['张 三', 'नमस्ते', 'ไทย', 'e\u0301', '👍', 'ʻOkina', '\u{20000}', '\ue000']) {
      const { status } = await server.client.post('/tms/register', {
        json: { username: `${name}-${freshName()}`, password: PASSWORD }
      })
      assert.equal(status, 200, name)
    }
  })

  it('may be sent back unchanged', async () => {
    const { account } = await signedUp(server, realmNamed('tms'))
    const username = `${account.name}\u200b`
    await server.db('tms.users').where({ id: account.id }).update({ username, canonical_name: username })
    const token = await login(server.client, 'tms', username, PASSWORD)
    const { status, body } = await server.client.put('/tms/user/update', { token, json: { username, nickname: 'n' } })
    assert.equal(status, 200)
    assert.equal(body.data['updated user'][0].username, username)
  })
})
