import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { createActor, type Actor } from '../support/actor.js'
import type { Answer } from '../support/client.js'
import { useServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'
import { APIS } from './api-under-test.js'

/** Where an API takes a new name, the field that holds it, and the status that says it is taken. */
interface Operation {
  api: RealmName
  method: 'POST' | 'PUT'
  path: string
  field: string
  taken: number
}

const OPERATIONS: Operation[] = [
  { api: 'tms', method: 'POST', path: '/tms/register', field: 'username', taken: 400 },
  { api: 'tms', method: 'PUT', path: '/tms/user/update', field: 'username', taken: 400 },
  { api: 'julong', method: 'POST', path: '/api/private/v1/register', field: 'user', taken: 422 },
  { api: 'julong', method: 'POST', path: '/api/private/v1/users', field: 'userName', taken: 422 },
  { api: 'waste-sorting', method: 'POST', path: '/api/auth/register', field: 'username', taken: 409 },
  { api: 'waste-sorting', method: 'POST', path: '/api/admin/users/create_admin', field: 'username', taken: 409 },
  { api: 'user-login', method: 'POST', path: '/api/users/register', field: 'email', taken: 400 },
  { api: 'back-office', method: 'POST', path: '/admin/admins', field: 'name', taken: 409 }
]

const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
/** The same name to a reader, in other bytes. */
const variantsOf = (name: string): string[] => [
  ...[name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD'), name.normalize('NFKD'), fullWidth(name)],
  ...[`${name} `, `\t${name}`, `\u3000${name}\u00a0`, `${name}\ufeff`],
  ...[name.replace('ss', 'ß'), name.replace('ss', 'ẞ'), name.replace('fi', 'ﬁ')]
]
const EMAIL_PROFILE = { first_name: 'J', last_name: 'D', phone_number: '1' }

describe('spellings of a name', () => {
  const server = useServer({ APIS })

  for (const { api, method, path, field, taken } of OPERATIONS) {
    it(`are one name at ${method} ${path}`, async () => {
      const isEmail = field === 'email'
      const name = isEmail ? `Weiss.fi.${freshName()}@Example.com` : `Zoë Weiss-fi-${freshName()}`
      const [owner, other] = [await createActor(server, api), await createActor(server, api)]
      const take = async (variant: string, { token }: Actor): Promise<Answer> => {
        const json = { [field]: variant, password: PASSWORD, ...(isEmail && EMAIL_PROFILE) }
        return server.client.request(method, path, { json, token: await token() })
      }
      const first = await take(name, owner)
      assert.ok(first.status < 300, JSON.stringify(first.body))
      for (const variant of variantsOf(name)) {
        const { status } = await take(variant, other)
        // What is no ASCII is no email to begin with.
        assert.ok(status === taken || (isEmail && status === 422), `${JSON.stringify(variant)}: ${status}`)
      }
      const login = await traitsOf[api].login(server.client, fullWidth(name).toUpperCase(), PASSWORD)
      assert.equal(login.status, 200)
    })
  }
})
