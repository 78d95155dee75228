import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { PASSWORD } from '../support/accounts.js'
import { startServerOn, type TestServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { traitsOf } from '../apis/index.js'
import { person } from './support/people.js'

const FIRST = 'first-secret-abcdefghijklmnopqrstuvwxyz'
const SECOND = 'second-secret-abcdefghijklmnopqrstuvwxyz'
const THIRD = 'third-secret-abcdefghijklmnopqrstuvwxyz'

type Tokens = Record<RealmName, string>

/** One after the other, on one database, as an operator changes the secret. */
describe('a change of TOKEN_SECRET', () => {
  let database: TestDatabase
  let names: Record<RealmName, string>
  let fromFirst: Tokens
  let fromSecond: Tokens
  let revoked: string

  before(async () => {
    database = await copyOfTemplate()
    await withServer({ TOKEN_SECRET: FIRST }, async (server) => {
      names = await ofEach(
        async (api) => (await person(server, api, traitsOf[api].protectedOperations[0]?.roleId)).name
      )
      fromFirst = await logins(server, names)
      revoked = await login(server.client, 'tms', names.tms, PASSWORD)
      assert.equal((await server.client.put('/tms/logout', { token: revoked })).status, 200)
      assert.deepEqual(await statuses(server, fromFirst), everywhere(200))
    })
  })
  after(async () => {
    await database.remove()
    await removeOwnTemplate()
  })

  it('keeps tokens valid while the old secret is TOKEN_SECRET_PREVIOUS', () =>
    withServer({ TOKEN_SECRET: SECOND, TOKEN_SECRET_PREVIOUS: FIRST }, async (server) => {
      assert.deepEqual(await statuses(server, fromFirst), everywhere(200))
      fromSecond = await logins(server, names)
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
    }))

  it('keeps revoked tokens revoked', () =>
    withServer({ TOKEN_SECRET: SECOND, TOKEN_SECRET_PREVIOUS: FIRST }, async ({ client }) => {
      assert.equal((await client.get('/tms/user/me', { token: revoked })).status, 401)
    }))

  it('revokes old tokens without TOKEN_SECRET_PREVIOUS, and keeps those that the new secret signed', () =>
    withServer({ TOKEN_SECRET: SECOND }, async (server) => {
      assert.deepEqual(await statuses(server, fromFirst), everywhere(401))
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
    }))

  it('refuses tokens of the second secret while only the first is configured', () =>
    withServer({ TOKEN_SECRET: FIRST }, async (server) => {
      assert.deepEqual(await statuses(server, fromSecond), everywhere(401))
    }))

  it('revokes the tokens of the secret before the previous one', () =>
    withServer({ TOKEN_SECRET: THIRD, TOKEN_SECRET_PREVIOUS: SECOND }, async (server) => {
      assert.deepEqual(await statuses(server, fromFirst), everywhere(401))
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
    }))

  async function withServer(env: Record<string, string>, work: (server: TestServer) => Promise<void>): Promise<void> {
    const server = await startServerOn(database, env)
    try {
      await work(server)
    } finally {
      await server.stop()
    }
  }
})

async function ofEach<T>(make: (api: RealmName) => Promise<T>): Promise<Record<RealmName, T>> {
  const made = await Promise.all(realmNames.map(async (api) => [api, await make(api)] as const))
  return Object.fromEntries(made) as Record<RealmName, T>
}

const everywhere = (status: number): Record<RealmName, number> =>
  Object.fromEntries(realmNames.map((api) => [api, status])) as Record<RealmName, number>

/** New tokens of these accounts, over HTTP. */
function logins({ client }: TestServer, names: Record<RealmName, string>): Promise<Tokens> {
  return ofEach((api) => login(client, api, names[api], PASSWORD))
}

/** What each API answers to its token. */
function statuses({ client }: TestServer, tokens: Tokens): Promise<Record<RealmName, number>> {
  return ofEach(async (api) => {
    const path = traitsOf[api].protectedOperations[0].path
    return (await client.get(path, { token: tokens[api] })).status
  })
}
