import type { RealmName } from '../../src/config/realm-names.js'
import type { Answer, Client } from './client.js'

/** The login of each API, over HTTP. */
export const LOGINS: Record<RealmName, (client: Client, name: string, password: string) => Promise<Answer>> = {
  tms: (client, username, password) => client.post('/tms/login', { form: { username, password } }),
  julong: (client, username, password) => client.post('/api/private/v1/login', { json: { username, password } }),
  'waste-sorting': (client, username, password) => client.post('/api/auth/login', { json: { username, password } }),
  'user-login': (client, email, password) => client.post('/api/users/login', { json: { email, password } }),
  'back-office': (client, name, password) => client.post('/admin/login', { json: { name, password } })
}

const TOKENS: Record<RealmName, (body: Answer['body']) => string> = {
  tms: (body) => body.data.access_token,
  julong: (body) => body.data.token.replace('Bearer ', ''),
  'waste-sorting': (body) => body.token,
  'user-login': (body) => body.access_token,
  'back-office': (body) => body
}

/** Logs in over HTTP and returns the bare token. Throws when the login is refused. */
export async function login(client: Client, realm: RealmName, name: string, password: string): Promise<string> {
  const answer = await LOGINS[realm](client, name, password)
  if (answer.status !== 200)
    throw new Error(`login to ${realm} as ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return TOKENS[realm](answer.body)
}
