import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { realmNames } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import type { CaseRequest } from '../contract/case.js'
import { useServer, type TestServer } from '../support/server.js'
import { allOperations, send, successOf, type ApiOperation } from './support/operations.js'
import { withHashesKept } from './support/people.js'
import { isPoison, poisonFor } from './support/poison.js'
import { changesBetween, snapshot, type RowChange } from './support/tables.js'

/**
 * Columns that differ from one run of the same request to the next, and are seen to by `isPoison` alone. `text` repeats a
 * name and the other columns of that table.
 */
const VOLATILE =
  /^(id|username|email|name|text|canonical_name|password_hash|hashed_password|kept_token|user_id|publisher_id|\w+_at)$/
/** Ids of roles that come with julong go up to this one. */
const LAST_SAMPLE_ROLE = 30

describe('mass assignment', () => {
  const server = useServer()
  const operations = allOperations.filter(({ body }) => body !== undefined)

  before(async () => {
    // The first login of an account changes it.
    for (const api of realmNames) await server.db(realmNamed(api).table).update({ activated_at: server.db.fn.now() })
  })
  after(() => console.log(`mass assignment: ${operations.length} operations with a body`))

  for (const operation of operations) {
    const named = Object.keys(operation.body?.schema.properties ?? {})
    const poison = poisonFor(operation.api, named)

    it(`${operation.api} ${operation.operationId} writes no field that it does not name`, async () => {
      const { status } = successOf(operation)
      const plain = await run(server, operation)
      const poisoned = await run(server, operation, poison)
      assert.deepEqual([plain.status, poisoned.status], [status, status])
      assert.deepEqual(poisoned.changes.map(shapeOf), plain.changes.map(shapeOf))
      for (const { values } of poisoned.changes) {
        for (const [column, value] of Object.entries(values)) assert.ok(!isPoison(value), `${column} is ${value}`)
      }
      assert.equal('isPoisoned' in {}, false)
    })

    it(`${operation.api} ${operation.operationId} ignores __proto__ in a body`, async () => {
      const { status } = successOf(operation)
      const plain = await run(server, operation)
      const prototype = { ['__proto__']: { ...poison, isPoisoned: true } }
      const poisoned = await run(server, operation, prototype)
      assert.equal(poisoned.status, status)
      assert.deepEqual(poisoned.changes.map(shapeOf), plain.changes.map(shapeOf))
      assert.equal('isPoisoned' in {}, false)
    })
  }
})

/** Sends the operation's successful case, with these fields added, and tells what became of the tables. */
async function run(
  server: TestServer,
  operation: ApiOperation,
  added: Record<string, unknown> = {}
): Promise<{ status: number; changes: RowChange[] }> {
  const request: CaseRequest = await successOf(operation).prepare(withHashesKept(server))
  const body = { ...((request.body ?? operation.body?.example) as Record<string, unknown>), ...added }
  const earlier = await snapshot(server.db, operation.api)
  const { status } = await send(server, operation, { ...request, body })
  return { status, changes: changesBetween(earlier, await snapshot(server.db, operation.api)) }
}

/** What was done to which columns, with the values that are the same every time. */
function shapeOf({ table, kind, values }: RowChange): unknown {
  const shown = Object.entries(values).map(([column, value]) => [
    column,
    isSteady(column, value) ? value : typeof value
  ])
  return { table, kind, values: Object.fromEntries(shown) }
}

function isSteady(column: string, value: unknown): boolean {
  const ofNewRole = column === 'role_id' && Number(value) > LAST_SAMPLE_ROLE
  return !VOLATILE.test(column) && !ofNewRole
}
