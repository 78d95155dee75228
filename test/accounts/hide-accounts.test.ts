import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { freshEmail, signedUp } from '../support/accounts.js'
import type { Answer, Client } from '../support/client.js'
import { useServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'

interface Operation {
  realm: RealmName
  place: string
  tryPassword(client: Client, name: string, password: string): Promise<Answer>
}

const loginOf = (realm: RealmName): Operation => ({ realm, place: 'login', tryPassword: traitsOf[realm].login })

const resetAt = (path: string): Operation => ({
  realm: 'user-login',
  place: path,
  tryPassword: (client, email, old_password) =>
    client.post(path, { json: { email, old_password, new_password: 'next' } })
})

/** Every operation where anybody may try a password. */
const OPERATIONS: Operation[] = [
  ...realmNames.map(loginOf),
  resetAt('/api/users/reset_password'),
  resetAt('/api/users/reset-password')
]

/** As most type it, longer than bcrypt can hash, and in a Unicode form whose other one is tried as well. */
const PASSWORDS = ['wrong', 'wrong '.repeat(20), 'wrong \u0065\u0301']

describe('HIDE_ACCOUNTS', () => {
  const server = useServer({ HIDE_ACCOUNTS: '1' })

  for (const { realm, place, tryPassword } of OPERATIONS) {
    it(`${realm} ${place} answers an unknown account and a wrong password alike`, async () => {
      const known = freshEmail()
      const unknown = freshEmail()
      await signedUp(server, realmNamed(realm), { name: known })
      for (const password of PASSWORDS) {
        const wrong = await tryPassword(server.client, known, password)
        const nobody = await tryPassword(server.client, unknown, password)
        assert.ok(wrong.status >= 400 && wrong.status < 500, String(wrong.status))
        assert.equal(nobody.status, wrong.status)
        assert.equal(withoutName(nobody, unknown), withoutName(wrong, known))
      }
    })
  }
})

/** The body as text; some APIs print the name that was tried. */
function withoutName({ body }: Answer, name: string): string {
  return JSON.stringify(body).replaceAll(name, '<name>')
}
