import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import { freshEmail, freshName, PASSWORD } from '../accounts.js'
import type { Answer, Client } from '../client.js'
import { ownSessions } from '../own-sessions.js'
import { login } from '../sessions.js'
import { claimsOf } from '../../security/support/craft.js'
import { good, type Sending, type Way } from './way.js'

const PROFILE = { first_name: '三', last_name: '张', phone_number: '13800138000' }

/** Registers an account with `PASSWORD`, and returns its name. */
const registrations: Record<RealmName, (client: Client) => Promise<string>> = {
  tms: (client) => named((json) => client.post('/tms/register', { json })),
  julong: (client) =>
    named(({ username, password }) => client.post('/api/private/v1/register', { json: { user: username, password } })),
  'waste-sorting': (client) => named((json) => client.post('/api/auth/register', { json })),
  'user-login': async (client) => {
    const email = freshEmail()
    good(await client.post('/api/users/register', { json: { email, password: PASSWORD, ...PROFILE } }))
    return email
  },
  'back-office': async (client) => {
    const token = await login(client, 'back-office', 'auroralorigin', '123456')
    return named(({ username: name, password }) => client.post('/admin/admins', { token, json: { name, password } }))
  }
}

async function named(register: (account: { username: string; password: string }) => Promise<Answer>): Promise<string> {
  const username = freshName()
  good(await register({ username, password: PASSWORD }))
  return username
}

/** Of an API: ends the session of a token by another token of its account. */
function waysOf(api: RealmName): Record<string, Way> {
  const { me, one, endOthers } = ownSessions[api]
  const way =
    (ending: (by: string, id: string) => Sending): Way =>
    async (client) => {
      const name = await registrations[api](client)
      const by = await login(client, api, name, PASSWORD)
      return async () => {
        const token = await login(client, api, name, PASSWORD)
        // A session has the id of the token that it began with.
        const end = ending(by, claimsOf(token).jti as string)
        return { ask: (at) => at.get(me, { token }), end, refused: 401 }
      }
    }
  return {
    [`session ended, ${api}`]: way((token, id) => (at) => at.delete(one(id), { token })),
    [`other sessions ended, ${api}`]: way((token) => (at) => endOthers(at, { token }))
  }
}

export const sessions: Record<string, Way> = Object.assign({}, ...realmNames.map(waysOf)) as Record<string, Way>
