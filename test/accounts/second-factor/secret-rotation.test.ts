import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { person } from '../../security/support/people.js'
import { PASSWORD } from '../../support/accounts.js'
import { copyOfTemplate, removeOwnTemplate } from '../../support/database.js'
import { codeOf, enrol, type Factor } from '../../support/second-factor.js'
import { startServerOn, type TestServer } from '../../support/server.js'
import { factorPlaces } from './place.js'

const FIRST = 'first-secret-abcdefghijklmnopqrstuvwxyz'
const SECOND = 'second-secret-abcdefghijklmnopqrstuvwxyz'
const THIRD = 'third-secret-abcdefghijklmnopqrstuvwxyz'
const LOGIN_FAILURES = 2
const { api, login, refusal } = factorPlaces[0]!

describe('second factors after TOKEN_SECRET has changed', () => {
  after(removeOwnTemplate)

  it('stay valid once the server has started with the old secret as the previous one; recovery codes stay valid always', async () => {
    const database = await copyOfTemplate()
    const run = async (secrets: Record<string, string>, work: (server: TestServer) => Promise<void>) => {
      const server = await startServerOn(database, { APIS: api, LOGIN_FAILURES: String(LOGIN_FAILURES), ...secrets })
      try {
        await work(server)
      } finally {
        await server.stop()
      }
    }
    let made: Factor & { name: string }
    try {
      await run({ TOKEN_SECRET: FIRST }, async (server) => {
        const { id, name } = await person(server, api)
        made = { name, ...(await enrol(server, api, id)) }
      })
      await run({ TOKEN_SECRET: SECOND, TOKEN_SECRET_PREVIOUS: FIRST }, async () => {})
      await run({ TOKEN_SECRET: SECOND }, async ({ client }) => {
        assert.equal((await login(client, made.name, PASSWORD, codeOf(made.secret))).status, 200)
      })
      await run({ TOKEN_SECRET: THIRD }, async ({ client, logged }) => {
        const unreadable = refusal(400, '无法核对动态验证码，请使用恢复代码，或请管理员解除两步验证')
        // None counts as a wrong one, for the recovery code is taken then.
        for (let time = 0; time <= LOGIN_FAILURES; time += 1) {
          const { status, body } = await login(client, made.name, PASSWORD, codeOf(made.secret))
          assert.deepEqual([status, body], [400, unreadable])
        }
        assert.ok(logged.some((line) => line.includes('no TOKEN_SECRET decrypts')))
        assert.equal((await login(client, made.name, PASSWORD, made.recoveryCodes[0])).status, 200)
      })
    } finally {
      await database.remove()
    }
  })
})
