import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { isCommonPassword } from '../../src/passwords/common.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { freshEmail, freshName, PASSWORD, signedUp } from '../support/accounts.js'
import { realmNamed } from '../../src/realms/realms.js'
import { createActor } from '../support/actor.js'
import type { Answer } from '../support/client.js'
import { refusedFields } from '../support/refused-fields.js'
import { databaseWithoutAccounts } from '../support/database.js'
import { startServer, type TestServer } from '../support/server.js'

const PRODUCTION = {
  NODE_ENV: 'production',
  TOKEN_SECRET: 'a-secret-of-more-than-thirty-two-bytes',
  HOST: '127.0.0.1',
  SAMPLE_ACCOUNTS: '',
  HASH_COST: ''
}
const MESSAGE = /密码过于常见，或与用户名相同|the password is a common one, or the email of the account/
const PROFILE = { first_name: '', last_name: '', phone_number: '' }

/** Sets a password for the account of this name; the answer tells whether it may be. */
type SetPassword = (server: TestServer, name: string, password: string) => Promise<Answer>

const asActor = async (server: TestServer, api: 'julong' | 'waste-sorting' | 'back-office') =>
  (await createActor(server, api)).token()

const PLACES: Record<string, SetPassword> = {
  'tms register': (server, username, password) => server.client.post('/tms/register', { json: { username, password } }),
  'julong register': (server, user, password) =>
    server.client.post('/api/private/v1/register', { json: { user, password } }),
  'julong addUser': async (server, userName, password) =>
    server.client.post('/api/private/v1/users', {
      token: await asActor(server, 'julong'),
      json: { userName, password }
    }),
  'julong changePassword': async (server, name, newPassword) => {
    const { token } = await signedUp(server, realmNamed('julong'), { name })
    return server.client.put('/api/private/v1/me/password', { token, json: { currentPassword: PASSWORD, newPassword } })
  },
  'waste-sorting register': (server, username, password) =>
    server.client.post('/api/auth/register', { json: { username, password } }),
  'waste-sorting createAdministrator': async (server, username, password) =>
    server.client.post('/api/admin/users/create_admin', {
      token: await asActor(server, 'waste-sorting'),
      json: { username, password }
    }),
  'waste-sorting changePassword': async (server, name, new_password) => {
    const { token } = await signedUp(server, realmNamed('waste-sorting'), { name })
    return server.client.put('/api/auth/change_password', { token, json: { current_password: PASSWORD, new_password } })
  },
  'waste-sorting setUserPassword': async (server, name, new_password) => {
    const { account } = await signedUp(server, realmNamed('waste-sorting'), { name })
    const token = await asActor(server, 'waste-sorting')
    return server.client.put(`/api/admin/users/${account.id}/set_password`, { token, json: { new_password } })
  },
  'user-login register': (server, email, password) =>
    server.client.post('/api/users/register', { json: { email, password, ...PROFILE } }),
  'user-login reset_password': async (server, email, new_password) => {
    await signedUp(server, realmNamed('user-login'), { name: email })
    return server.client.post('/api/users/reset_password', { json: { email, old_password: PASSWORD, new_password } })
  },
  'back-office createAdmin': async (server, name, password) =>
    server.client.post('/admin/admins', { token: await asActor(server, 'back-office'), json: { name, password } }),
  'back-office changePassword': async (server, name, newPassword) => {
    const { token } = await signedUp(server, realmNamed('back-office'), { name })
    return server.client.put('/admin/me/password', { token, json: { currentPassword: PASSWORD, newPassword } })
  }
}

/** The field of the new password; the rest have it in `password`. */
const NEW_PASSWORD: Record<string, string> = {
  'julong changePassword': 'newPassword',
  'waste-sorting changePassword': 'new_password',
  'waste-sorting setUserPassword': 'new_password',
  'user-login reset_password': 'new_password',
  'back-office changePassword': 'newPassword'
}

describe('passwords in production', () => {
  let server: TestServer
  before(async () => {
    server = await startServer(PRODUCTION, databaseWithoutAccounts)
  })
  after(() => server.stop())

  for (const [place, setPassword] of Object.entries(PLACES)) {
    it(`${place} refuses common passwords and the account's own name, in words`, async () => {
      for (const password of [
        'password',
        'PassWord',
        'ｐａｓｓｗｏｒｄ',
        'qwertyuiop',
        'zhou0914.',
        'currentpassword'
      ]) {
        const { status, body } = await setPassword(server, freshEmail(), password)
        assert.ok(status === 400 || status === 422, `${password}: ${status}`)
        assert.match(JSON.stringify(body), MESSAGE, password)
        assert.deepEqual(refusedFields(body), [NEW_PASSWORD[place] ?? 'password'])
      }
      const name = freshEmail()
      assert.match(JSON.stringify((await setPassword(server, name, name.toUpperCase())).body), MESSAGE)
      assert.ok((await setPassword(server, freshEmail(), `${freshName()} and more`)).status < 300)
    })
  }

  for (const [place, setPassword] of Object.entries(PLACES)) {
    it(`${place} takes 8 to 64 characters of any kind, and no fewer`, async () => {
      const statusOf = async (password: string) => (await setPassword(server, freshEmail(), password)).status
      assert.ok([400, 422].includes(await statusOf('kvwzxqj')))
      for (const password of ['kvwzxqjp', '!'.repeat(64)]) assert.ok((await statusOf(password)) < 300, password)
    })
  }

  it('every password that the documents print is a common one', async () => {
    const printed = realmNames.flatMap((name) => [
      ...sampleAccountsOf(name).map(({ password }) => password),
      ...examplesOf(JSON.stringify(readContract(name).paths))
    ])
    assert.ok(printed.length > 10)
    for (const password of printed) assert.ok(await isCommonPassword(password), password)
  })
})

/** The passwords in the examples of a contract's text. */
function examplesOf(text: string): string[] {
  return [...text.matchAll(/"\w*password":"([^"*]+)"/gi)].map(([, password]) => password!)
}
