import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { realmNamed } from '../../src/realms/realms.js'
import type { CaseRequest } from '../contract/case.js'
import { isPortable } from '../support/database.js'
import { useServer, type TestServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'
import type { Audited } from '../apis/traits.js'
import { withFailingCommits } from './support/failing-commits.js'
import { allOperations, send, successOf, type ApiOperation } from './support/operations.js'
import { withHashesKept } from './support/people.js'
import { snapshot } from './support/tables.js'
import { bodyOf, callerOf, loginName, NOBODY, shown, targetOf, trailOf, type Named } from './support/trail.js'

const PROXIED = '203.0.113.5'

/** Every documented status of every operation, and what it leaves in the audit trail. */
describe('audit trail', () => {
  const server = useServer({ TRUSTED_PROXIES: '1' })
  const counts = { done: 0, failed: 0, none: 0 }

  after(() => {
    const { done, failed, none } = counts
    console.log(`audit trail: ${done} changes and ${failed} refused passwords recorded, ${none} other answers not`)
  })

  for (const operation of allOperations) {
    const expected = traitsOf[operation.api].audited[operation.operationId]
    it(`${operation.api} ${operation.operationId}: ${expected?.action ?? 'nothing'}`, async () => {
      for (const [status, prepare] of operation.cases) {
        const request = await prepare(withHashesKept(server))
        const isChange = expected !== undefined && status < 300
        if (isChange) await assertChange(server, operation, request, expected)
        else if (expected?.refusals?.includes(status)) await assertRefusal(server, operation, request, status, expected)
        else assert.deepEqual((await observe(server, operation, request, status)).entries, [], String(status))
        counts[isChange ? 'done' : expected?.refusals?.includes(status) ? 'failed' : 'none'] += 1
      }
    })
  }

  for (const operation of allOperations.filter(
    ({ api, operationId }) => traitsOf[api].audited[operationId] === undefined
  )) {
    it(`${operation.api} ${operation.operationId}: nothing, and no account or role changes`, async () => {
      const { status, prepare } = successOf(operation)
      const request = await prepare(withHashesKept(server))
      const before = await accountsAndRoles(server, operation)
      await observe(server, operation, request, status)
      const advice = `${operation.operationId} changes accounts or roles: enter it in test/security/support/audited.ts`
      assert.deepEqual(await accountsAndRoles(server, operation), before, advice)
    })
  }

  for (const operation of allOperations.filter((one) => changesSomething(one))) {
    it(`${operation.api} ${operation.operationId}: nothing when the transaction fails`, async () => {
      const request = await successOf(operation).prepare(withHashesKept(server))
      const before = await snapshot(server.db, operation.api)
      const failed = await withFailingCommits(server.db, operation.api, () => observe(server, operation, request, 500))
      assert.deepEqual(failed.entries, [])
      assert.deepEqual(await snapshot(server.db, operation.api), before)
    })
  }

  it('is append-only', { skip: isPortable }, async () => {
    const events = () => server.db('audit.events')
    await assert.rejects(events().update({ actor_name: 'somebody else' }), /can only be added to/)
    await assert.rejects(events().where({ id: 1 }).update({ result: 'done' }), /can only be added to/)
    await assert.rejects(events().del(), /can only be added to/)
    await assert.rejects(events().where({ id: 1 }).del(), /can only be added to/)
    await assert.rejects(server.db.raw('truncate audit.events'), /can only be added to/)
  })
})

/** The rows whose changes belong in the trail; tables named otherwise hold no accounts. */
async function accountsAndRoles({ db }: TestServer, { api }: ApiOperation): Promise<object> {
  const { table, profile, roles } = realmNamed(api)
  const trailed = [table, profile?.table, roles !== undefined && 'table' in roles ? roles.table : undefined]
  const names = trailed.flatMap((name) => (name === undefined ? [] : [name.split('.')[1]]))
  const all = Object.entries(await snapshot(db, api))
  return Object.fromEntries(all.filter(([name]) => names.includes(name) || name.includes('role')))
}

/** A login by itself changes nothing. */
function changesSomething({ api, operationId }: ApiOperation): boolean {
  const entry = traitsOf[api].audited[operationId]
  return entry !== undefined && entry.action !== 'login'
}

/** Sends the request under an id of its own and returns what it left in the trail. */
async function observe({ db, ...server }: TestServer, operation: ApiOperation, request: CaseRequest, status: number) {
  const requestId = randomUUID()
  const headers = { ...request.headers, 'X-Request-Id': requestId, 'X-Forwarded-For': PROXIED }
  const answer = await send({ db, ...server }, operation, { ...request, headers })
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  return { entries: (await trailOf(db, requestId)).map(shown) }
}

async function assertChange(
  server: TestServer,
  operation: ApiOperation,
  request: CaseRequest,
  { action, target: kind }: Audited
): Promise<void> {
  const isNew = kind.startsWith('named')
  const earlier = isNew ? undefined : await targetOf(server.db, operation, request, kind)
  const caller = await callerOf(server.db, operation.api, request)
  const { entries } = await observe(server, operation, request, successOf(operation).status)
  const target = earlier ?? (await targetOf(server.db, operation, request, kind))
  const actor = action === 'login' ? target : caller
  assert.deepEqual(entries, [{ realm: operation.api, action, result: 'done', address: PROXIED, actor, target }])
}

async function assertRefusal(
  server: TestServer,
  operation: ApiOperation,
  request: CaseRequest,
  status: number,
  { action, target: kind }: Audited
): Promise<void> {
  const { entries } = await observe(server, operation, request, status)
  const actor = await callerOf(server.db, operation.api, request)
  const tried: Named = { id: null, name: loginName(bodyOf(operation, request)) }
  const target = await targetOf(server.db, operation, request, kind).catch(() => tried)
  assert.deepEqual(entries, [{ realm: operation.api, action, result: 'failed', address: PROXIED, actor, target }])
  if (kind === 'named account') assert.deepEqual(actor, NOBODY)
}
