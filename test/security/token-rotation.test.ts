import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { PASSWORD } from '../support/accounts.js'
import { login } from '../support/sessions.js'
import { everywhere, logins, people, statuses, withServer, type Tokens } from './support/rotation.js'

const FIRST = 'first-secret-abcdefghijklmnopqrstuvwxyz'
const SECOND = 'second-secret-abcdefghijklmnopqrstuvwxyz'
const THIRD = 'third-secret-abcdefghijklmnopqrstuvwxyz'

/** One after the other, on one database, as an operator changes the secret. */
describe('a change of TOKEN_SECRET', () => {
  let database: TestDatabase
  let names: Record<RealmName, string>
  let fromFirst: Tokens
  let fromSecond: Tokens
  let revoked: string

  before(async () => {
    database = await copyOfTemplate()
    await withServer(database, { TOKEN_SECRET: FIRST }, async (server) => {
      names = await people(server)
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
    withServer(database, { TOKEN_SECRET: SECOND, TOKEN_SECRET_PREVIOUS: FIRST }, async (server) => {
      assert.deepEqual(await statuses(server, fromFirst), everywhere(200))
      fromSecond = await logins(server, names)
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
    }))

  it('keeps revoked tokens revoked', () =>
    withServer(database, { TOKEN_SECRET: SECOND, TOKEN_SECRET_PREVIOUS: FIRST }, async ({ client }) => {
      assert.equal((await client.get('/tms/user/me', { token: revoked })).status, 401)
    }))

  it('accepts tokens of the next secret as TOKEN_SECRET_PREVIOUS too, before it signs', () =>
    withServer(database, { TOKEN_SECRET: FIRST, TOKEN_SECRET_PREVIOUS: SECOND }, async (server) => {
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
      assert.deepEqual(await statuses(server, fromFirst), everywhere(200))
    }))

  it('revokes old tokens without TOKEN_SECRET_PREVIOUS, and keeps those that the new secret signed', () =>
    withServer(database, { TOKEN_SECRET: SECOND }, async (server) => {
      assert.deepEqual(await statuses(server, fromFirst), everywhere(401))
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
    }))

  it('refuses tokens of the second secret while only the first is configured', () =>
    withServer(database, { TOKEN_SECRET: FIRST }, async (server) => {
      assert.deepEqual(await statuses(server, fromSecond), everywhere(401))
    }))

  it('revokes the tokens of the secret before the previous one', () =>
    withServer(database, { TOKEN_SECRET: THIRD, TOKEN_SECRET_PREVIOUS: SECOND }, async (server) => {
      assert.deepEqual(await statuses(server, fromFirst), everywhere(401))
      assert.deepEqual(await statuses(server, fromSecond), everywhere(200))
    }))
})
