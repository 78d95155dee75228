import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import { PASSWORD } from '../../support/accounts.js'
import type { TestDatabase } from '../../support/database.js'
import { startServerOn, type TestServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'
import { traitsOf } from '../../apis/index.js'
import { person } from './people.js'

/** One of each API. */
export type Tokens = Record<RealmName, string>

/** A server on a database that servers with other keys have been on before it. */
export async function withServer(
  database: TestDatabase,
  env: Record<string, string>,
  work: (server: TestServer) => Promise<void>
): Promise<void> {
  const server = await startServerOn(database, env)
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

/** Names of new accounts that may call the first protected operation of their API. */
export function people(server: TestServer): Promise<Record<RealmName, string>> {
  return ofEach(async (api) => (await person(server, api, traitsOf[api].protectedOperations[0]?.roleId)).name)
}

/** New tokens of these accounts, over HTTP. */
export function logins({ client }: TestServer, names: Record<RealmName, string>): Promise<Tokens> {
  return ofEach((api) => login(client, api, names[api], PASSWORD))
}

/** What each API answers to its token. */
export function statuses({ client }: TestServer, tokens: Tokens): Promise<Record<RealmName, number>> {
  return ofEach(async (api) => {
    const path = traitsOf[api].protectedOperations[0].path
    return (await client.get(path, { token: tokens[api] })).status
  })
}

export const everywhere = (status: number): Record<RealmName, number> =>
  Object.fromEntries(realmNames.map((api) => [api, status])) as Record<RealmName, number>

export async function ofEach<T>(make: (api: RealmName) => Promise<T>): Promise<Record<RealmName, T>> {
  const made = await Promise.all(realmNames.map(async (api) => [api, await make(api)] as const))
  return Object.fromEntries(made) as Record<RealmName, T>
}
