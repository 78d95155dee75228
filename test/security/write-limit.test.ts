import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNamed } from '../../src/realms/realms.js'
import type { DocumentedOperation } from '../contract/documented.js'
import { APIS, apisUnderTest, assertAnswer, bodyOptions, target, type ApiUnderTest } from '../http/api-under-test.js'
import type { Answer } from '../support/client.js'
import { useServer } from '../support/server.js'
import { person, tokenOf } from './support/people.js'

const LIMIT = 2
const EXCHANGE = '/api/users/refresh_token'

/** What the contract says changes something as an account. */
const isWrite = ({ method, needsToken }: DocumentedOperation): boolean => needsToken && method !== 'GET'

/** Exchanges and ends of sessions have counters of their own. */
const isCountedByAccount = (operation: DocumentedOperation): boolean =>
  isWrite(operation) && operation.path !== EXCHANGE && !operation.countedByToken

describe('WRITES_PER_ACCOUNT', () => {
  const server = useServer({ APIS, WRITES_PER_ACCOUNT: String(LIMIT) })

  const administrator = (api: ApiUnderTest) => person(server, api.name, realmNamed(api.name).administratorRole)

  function send(operation: DocumentedOperation, token: string): Promise<Answer> {
    const example = operation.body === undefined ? {} : bodyOptions(operation, operation.body.example as object)
    return server.client.request(operation.method, target(operation), { token, ...example })
  }

  /** Sends as many writes as the account may, each with a token of its own, for some of them end it. */
  async function useUp(api: ApiUnderTest, token: () => string): Promise<void> {
    const write = api.operations.find(isCountedByAccount)!
    for (let count = 0; count < LIMIT; count += 1) assert.notEqual((await send(write, token())).status, 429)
  }

  for (const api of apisUnderTest) {
    it(`counts each token by itself where it ends sessions in ${api.name}`, async () => {
      const account = await person(server, api.name)
      const [token, other] = [tokenOf(server, api.name, account), tokenOf(server, api.name, account)]
      const end = api.operations.find(({ operationId }) => operationId === 'endOwnSession')!
      const endOthers = api.operations.find(({ operationId }) => operationId === 'endOtherSessions')!
      for (let count = 0; count < LIMIT; count += 1) assert.equal((await send(end, token)).status, 404)
      assertAnswer(api, await send(end, token), 429, end)
      assert.equal((await send(endOthers, other)).status, 200)
      assert.equal((await send(end, token)).status, 401)
    })
  }

  // In user-login there are exchanges and ends of sessions alone.
  for (const api of apisUnderTest.filter(({ operations }) => operations.some(isCountedByAccount))) {
    it(`refuses every further change with 429 and Retry-After, and no read, in ${api.name}`, async () => {
      const account = await administrator(api)
      await useUp(api, () => tokenOf(server, api.name, account))
      for (const operation of api.operations.filter(({ needsToken }) => needsToken)) {
        if (isWrite(operation) && !isCountedByAccount(operation)) continue
        const answer = await send(operation, tokenOf(server, api.name, account))
        if (!isWrite(operation)) {
          assert.notEqual(answer.status, 429, operation.operationId)
          continue
        }
        assertAnswer(api, answer, 429, operation)
        const seconds = Number(answer.headers.get('retry-after'))
        assert.ok(Number.isInteger(seconds) && seconds > 0 && seconds <= 60, `Retry-After: ${seconds}`)
      }
    })

    it(`counts each account by itself in ${api.name}`, async () => {
      const [account, other] = [await administrator(api), await administrator(api)]
      await useUp(api, () => tokenOf(server, api.name, account))
      await useUp(api, () => tokenOf(server, api.name, other))
    })
  }

  it('changes and records nothing beyond the limit', async () => {
    const account = await person(server, 'tms')
    const token = tokenOf(server, 'tms', account)
    const update = (nickname: string) => server.client.put('/tms/user/update', { token, json: { nickname } })
    const answers = [await update('one'), await update('two'), await update('three')]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429]
    )
    const entries = await server.db('audit.events').where({ action: 'account-update', actor_name: account.name })
    assert.equal(entries.length, LIMIT)
    assert.equal((await server.client.get('/tms/user/me', { token })).body.data.nickname, 'two')
  })

  it('does not count what the contract refuses', async () => {
    const token = tokenOf(server, 'tms', await person(server, 'tms'))
    const update = (nickname: unknown) => server.client.put('/tms/user/update', { token, json: { nickname } })
    for (let count = 0; count <= LIMIT; count += 1) assert.equal((await update(1)).status, 422)
    assert.equal((await update('one')).status, 200)
  })

  it('limits exchanges of tokens; the new token can still read', async () => {
    let token = tokenOf(server, 'user-login', await person(server, 'user-login'))
    for (let count = 0; count < LIMIT; count += 1) {
      const { status, body } = await server.client.post(EXCHANGE, { token })
      assert.equal(status, 200)
      token = body.access_token
    }
    assert.equal((await server.client.post(EXCHANGE, { token })).status, 429)
    assert.equal((await server.client.get('/api/me', { token })).status, 200)
  })

  it('keeps exchanges of an ended token from using up what its account may change', async () => {
    const account = await person(server, 'user-login')
    const ended = tokenOf(server, 'user-login', account)
    const exchange = () => server.client.post(EXCHANGE, { token: ended })
    const statuses = [await exchange(), await exchange(), await exchange()].map(({ status }) => status)
    assert.deepEqual(statuses, [200, 403, 429])
    const another = tokenOf(server, 'user-login', account)
    assert.equal((await server.client.post('/api/users/logout', { token: another })).status, 200)
  })
})
