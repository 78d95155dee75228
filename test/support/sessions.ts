import type { RealmName } from '../../src/config/realm-names.js'
import { traitsOf } from '../apis/index.js'
import type { Client } from './client.js'

/** Logs in over HTTP and returns the bare token. Throws when the login is refused. */
export async function login(client: Client, realm: RealmName, name: string, password: string): Promise<string> {
  const answer = await traitsOf[realm].login(client, name, password)
  if (answer.status !== 200)
    throw new Error(`login to ${realm} as ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return traitsOf[realm].tokenIn(answer.body)
}
