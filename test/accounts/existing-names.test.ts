import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNames } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { freshName, PASSWORD, signedUp } from '../support/accounts.js'
import { bring } from '../support/import.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { traitsOf } from '../apis/index.js'

/** `currentpassword` */
const HASH = '$2y$04$FnjtWGGQusUbxQsjlheYcug0I/socpsDIkE35By6iBV9V57MK2YXm'
const RESETS = ['/api/users/reset_password', '/api/users/reset-password']
/** Domains that no new address may have, and that accounts from before have. */
const OLD_DOMAINS = ['foo.test', 'x.local', 'ab--c.com', 'example.c0', '1.2.3.4', 'xn--ls8h.com', 'XN--A.example']

describe('a name that no new account could take', () => {
  const server = useServer()

  for (const domain of OLD_DOMAINS) {
    it(`an email at ${domain} logs in, as \`me\` shows it too, and resets its password`, async () => {
      const email = `${freshName()}@${domain}`
      assert.equal((await bring(server, 'user-login', [{ name: email, password_hash: HASH }])).imported, 1)
      const token = await login(server.client, 'user-login', email, 'currentpassword')
      const { body } = await server.client.get('/api/users/me', { token })
      await login(server.client, 'user-login', body.email, 'currentpassword')
      let password = 'currentpassword'
      for (const path of RESETS) {
        const json = { email, old_password: password, new_password: `${password} and more` }
        assert.equal((await server.client.post(path, { json: { ...json, old_password: 'wrong' } })).status, 400)
        assert.equal((await server.client.post(path, { json })).status, 200, path)
        password = json.new_password
      }
      await login(server.client, 'user-login', body.email, password)
    })
  }

  it('an invalid email is answered like an unknown one', async () => {
    for (const path of RESETS) {
      const json = { email: 'no email', old_password: 'x', new_password: 'y' }
      const { status, body } = await server.client.post(path, { json })
      assert.deepEqual([status, body], [404, { detail: 'User not found' }])
    }
  })

  for (const api of realmNames) {
    it(`with hidden characters logs in and changes its password in ${api}`, async () => {
      const realm = realmNamed(api)
      const { account } = await signedUp(server, realm)
      const name = `${account.name}\u200d👍\ufe0f`
      const stored = { [realm.columns.name]: name, canonical_name: name.toLowerCase() }
      await server.db(realm.table).where({ id: account.id }).update(stored)
      assert.equal((await traitsOf[api].login(server.client, name, PASSWORD)).status, 200)
      if (api === 'user-login') {
        const json = { email: name, old_password: PASSWORD, new_password: 'another one' }
        for (const path of RESETS) {
          assert.equal((await server.client.post(path, { json })).status, 200)
          json.old_password = json.new_password
        }
      }
      if (api === 'waste-sorting') {
        const token = await login(server.client, api, name, PASSWORD)
        const json = { current_password: PASSWORD, new_password: 'another one' }
        assert.equal((await server.client.put('/api/auth/change_password', { token, json })).status, 200)
        await login(server.client, api, name, 'another one')
      }
    })
  }
})
