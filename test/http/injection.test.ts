import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { readContract } from '../../src/http/contract.js'
import type { DocumentedOperation } from '../contract/documented.js'
import { dereference } from '../fuzz/schema.js'
import { freshEmail, freshName, PASSWORD } from '../support/accounts.js'
import { createActor, type Actor } from '../support/actor.js'
import { changedRows, createSnapshots, type TakeSnapshot } from '../support/snapshot.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, bodyOptions, target } from './api-under-test.js'

const HARMLESS = 'harmless'
/** Short, for some fields take 20 characters; a few more make each one new. */
const INJECTIONS = ["' or 1=1 --", "';drop table", '" or ""="', "\\' or 1=1--", '$1 ? ?? :a', '%']
/** What an answer says in words stays; anything else may differ from one request to the next. */
const WORDS = new Set(['message', 'detail', 'msg', 'status', 'code', 'total', 'totalpage'])

/** Operations that take a new name, the caller's own credentials, something of the caller's to change. */
const NEW_NAMES = /^(register|registerUser|addUser|createAdministrator|createAdmin|updateCurrentUser)$/
const OWN_CREDENTIALS = /^(login|changePassword|resetPassword.*|(begin|remove)SecondFactor|renewRecoveryCodes)$/
const OWN_ACCOUNT = /^(update|patch)(User|Admin)$/
const NAME_FIELD = /^(user|username|userName|name|email)$/
const PASSWORD_FIELD = /^(password|old_password|current_password|currentPassword)$/

/** One value of a request, and where it is sent. */
interface Place {
  operation: DocumentedOperation
  /** Of a parameter or of a field of the body. */
  name: string
  isEmail: boolean
}

describe('SQL in a string', () => {
  const server = useServer({ APIS })
  let takeSnapshot: TakeSnapshot
  let sent = 0

  before(async () => {
    takeSnapshot = await createSnapshots(server.db)
  })

  /** What a text does: the answer, and how many rows of which tables it changes. */
  async function effectOf({ operation, name, isEmail }: Place, actor: Actor, text: string) {
    sent += 1
    const unique = isEmail ? `${text.replace(/[^'$?%=\w-]/g, '')}${sent}@example.com` : `${text} ${sent}`
    const ids: Record<string, string> = OWN_ACCOUNT.test(operation.operationId) ? { id: String(actor.id) } : {}
    if (operation.operationId === 'updateTask') ids.id = await taskOf(actor)
    const address = target(operation, { ...ids, [name]: encodeURIComponent(unique) })
    const options = { token: await actor.token(), ...bodyWith(operation, actor, { [name]: unique }) }
    const rows = await takeSnapshot()
    const answer = await server.client.request(operation.method, address, options)
    assert.ok(answer.status < 500, `${operation.operationId}: ${answer.status}`)
    return {
      status: answer.status,
      headers: [...answer.headers.keys()],
      body: shapeOf(answer.body, unique),
      changed: changedRows(rows, await takeSnapshot())
    }
  }

  async function taskOf({ id }: Actor): Promise<string> {
    const [task] = await server.db('tms.tasks').insert({ description: 'mine', publisher_id: id }).returning('id')
    return String(task.id)
  }

  for (const api of apisUnderTest) {
    describe(`in ${api.name}`, () => {
      const contract = readContract(api.name)
      let shared: Actor

      before(async () => {
        shared = await createActor(server, api.name)
      })

      for (const operation of api.operations) {
        const { properties = {} } = dereference(contract, operation.body?.schema ?? {})
        for (const name of [...operation.parameters.map((parameter) => parameter.name), ...Object.keys(properties)]) {
          it(`does what any other text does as ${name} of ${operation.operationId}`, async () => {
            // One whose password changes is of no further use.
            const own = OWN_CREDENTIALS.test(operation.operationId)
            const place = { operation, name, isEmail: properties[name]?.format === 'email' }
            const effect = async (text: string) =>
              effectOf(place, own ? await createActor(server, api.name) : shared, text)
            const expected = await effect(HARMLESS)
            for (const injection of INJECTIONS) assert.deepEqual(await effect(injection), expected, injection)
          })
        }
      }
    })
  }

  it('never causes an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
})

/** The contract's example with `changes`, as a request that would succeed where the actor sends it. */
function bodyWith({ operationId, body, ...operation }: DocumentedOperation, actor: Actor, changes: object) {
  if (body === undefined) return {}
  const fields = { ...(body.example as Record<string, unknown>) }
  for (const field of Object.keys(fields)) {
    if (NAME_FIELD.test(field) && NEW_NAMES.test(operationId)) {
      fields[field] = field === 'email' ? freshEmail() : freshName()
    }
    if (NAME_FIELD.test(field) && OWN_CREDENTIALS.test(operationId)) fields[field] = actor.name
    if (PASSWORD_FIELD.test(field) && OWN_CREDENTIALS.test(operationId)) fields[field] = PASSWORD
  }
  const known = Object.entries(changes).filter(([name]) => name in (body.schema.properties ?? {}))
  return bodyOptions({ operationId, body, ...operation }, { ...fields, ...Object.fromEntries(known) })
}

function shapeOf(value: unknown, sent: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => shapeOf(item, sent, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, sent, name)]))
  }
  if (value === sent) return 'what was sent'
  return WORDS.has(key) ? value : typeof value
}
