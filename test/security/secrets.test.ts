import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { realmNames } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import type { Case, CaseRequest } from '../contract/case.js'
import { PASSWORD } from '../support/accounts.js'
import { createClient } from '../support/client.js'
import { startOtlpReceiver } from '../support/otlp-receiver.js'
import { useServer, type TestServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'
import { allOperations, send, successOf, type ApiOperation } from './support/operations.js'
import { person, withHashesKept } from './support/people.js'
import { createSecrets, recordsOf, storedText, type Secrets } from './support/secrets.js'
import { bodyOf, loginName } from './support/trail.js'

const collector = await startOtlpReceiver()
after(() => collector.close())

describe('passwords, tokens and hashes', () => {
  const server = useServer(collector.env)
  const secrets = createSecrets()
  let answers = 0

  after(() => console.log(`secrets: in none of ${answers} answers`))

  for (const operation of allOperations) {
    it(`are in no answer of ${operation.api} ${operation.operationId}`, async () => {
      for (const [status, prepare] of operation.cases) {
        const made = await requestFor(server, operation, status, prepare)
        const answer = await send(server, operation, secrets.put(operation, made))
        assert.equal(answer.status, status, JSON.stringify(answer.body))
        assert.deepEqual(secrets.foundInAnswer(answer, answersToken(operation, status)), [])
        answers += 1
      }
    })
  }

  for (const operation of allOperations.filter(({ body }) => body !== undefined)) {
    it(`are in no response to bodies that ${operation.api} ${operation.operationId} ignores`, async () => {
      const { token } = await successOf(operation).prepare(withHashesKept(server))
      const useless: CaseRequest[] = [
        { raw: `{"password":"${secrets.make()}` },
        { raw: `{"password":${secrets.make()}}` },
        { raw: `password=%ZZ${secrets.make()}` },
        { raw: secrets.make(), headers: { 'content-type': 'text/plain' } },
        { raw: JSON.stringify({ password: secrets.make().repeat(5_000) }) },
        {
          body: Object.fromEntries(['password', 'old_password', 'new_password'].map((name) => [name, [secrets.make()]]))
        }
      ]
      for (const request of useless) {
        const answer = await send(server, operation, { token, ...request })
        assert.ok(answer.status < 500, String(answer.status))
        assert.deepEqual(secrets.foundInAnswer(answer, false), [])
        answers += 1
      }
    })
  }

  it('are in no answer to an address that holds one', async () => {
    const client = createClient(server.origin)
    for (const path of ['/tms/user/list', '/api/private/v1/menus', '/api/admin/users', '/api/me', '/admin/roles', '']) {
      for (const address of [`${path}?token=${secrets.make()}`, `${path}/${secrets.make()}`]) {
        assert.deepEqual(secrets.foundInAnswer(await client.get(address), false), [])
        answers += 1
      }
    }
  })

  it('are in no line of the log, no metric, no span and no entry of the audit trail', async () => {
    await assertInNoRecord(server, secrets)
  })

  it('are in no table, but for the hashes of passwords', async () => {
    assert.deepEqual(secrets.foundIn(await storedText(server)), [])
  })
})

describe('passwords, tokens and hashes, when the database fails', () => {
  const server = useServer(collector.env)
  const secrets = createSecrets()

  after(() => {
    const errors = server.logged.filter((line) => line.includes('"msg":"internal error"'))
    console.log(`secrets: in none of ${errors.length} logged internal errors`)
  })

  /** Sends every operation's successful request while the database is as `breakIt` leaves it. */
  async function sendAll(breakIt: () => Promise<void>): Promise<number[]> {
    const requests: { operation: ApiOperation; request: CaseRequest }[] = []
    for (const operation of allOperations) {
      const { status, prepare } = successOf(operation)
      const made = await requestFor(server, operation, status, prepare)
      requests.push({ operation, request: secrets.put(operation, made) })
    }
    await breakIt()
    const statuses: number[] = []
    for (const { operation, request } of requests) {
      const answer = await send(server, operation, request)
      statuses.push(answer.status)
      assert.deepEqual(secrets.foundInAnswer(answer, answersToken(operation, answer.status)), [])
    }
    await assertInNoRecord(server, secrets)
    return statuses
  }

  it('are not revealed when two requests take one name at once', async () => {
    const creating = allOperations.filter(
      ({ api, operationId }) => traitsOf[api].audited[operationId]?.action === 'account-create'
    )
    for (const operation of creating) {
      const { status, prepare } = successOf(operation)
      const request = await prepare(withHashesKept(server))
      const name = loginName(bodyOf(operation, request))
      const rivals = Array.from({ length: 4 }, () => send(server, operation, secrets.put(operation, request)))
      const answers = await Promise.all(rivals)
      assert.equal(answers.filter((answer) => answer.status === status).length, 1, name)
      for (const answer of answers) assert.deepEqual(secrets.foundInAnswer(answer, false), [])
    }
    await assertInNoRecord(server, secrets)
  })

  it('are not revealed when a row violates a constraint, which PostgreSQL reports with the whole row', async () => {
    const statuses = await sendAll(async () => {
      for (const api of realmNames) {
        await server.db.raw(`alter table ${realmNamed(api).table} add constraint nothing check (false) not valid`)
      }
    })
    assert.ok(statuses.filter((status) => status === 500).length >= 20, String(statuses))
    for (const api of realmNames) await server.db.raw(`alter table ${realmNamed(api).table} drop constraint nothing`)
  })

  it('are not revealed when the views are missing', async () => {
    const statuses = await sendAll(async () => {
      for (const { accounts, callers } of realmNames.map(realmNamed)) {
        await server.db.raw(`drop view ${accounts}, ${callers} cascade`)
      }
    })
    assert.ok(statuses.filter((status) => status === 500).length >= 45, String(statuses))
  })
})

async function assertInNoRecord(server: TestServer, secrets: Secrets): Promise<void> {
  await collector.settled(server.origin)
  const records = { ...(await recordsOf(server)), telemetry: collector.text() }
  for (const [name, text] of Object.entries(records)) {
    assert.ok(text.length > 0)
    assert.deepEqual(secrets.foundIn(text), [], name)
  }
}

const isSuccessfulLogin = ({ operationId }: ApiOperation, status: number): boolean =>
  operationId === 'login' && status === 200

const answersToken = (operation: ApiOperation, status: number): boolean =>
  isSuccessfulLogin(operation, status) || (operation.operationId === 'refreshToken' && status === 200)

/** The case's request; a login that succeeds is with `PASSWORD`, for the samples' own may occur anywhere. */
async function requestFor(
  server: TestServer,
  operation: ApiOperation,
  status: number,
  prepare: Case
): Promise<CaseRequest> {
  if (!isSuccessfulLogin(operation, status)) return prepare(withHashesKept(server))
  const { name } = await person(server, operation.api)
  const fields = Object.keys(bodyOf(operation, {})).map((field) => [field, field === 'password' ? PASSWORD : name])
  return { body: Object.fromEntries(fields) }
}
