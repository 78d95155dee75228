import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import type { AccountId } from '../../src/realms/realm.js'
import { realmNamed } from '../../src/realms/realms.js'
import type { CaseRequest } from '../contract/case.js'
import { PASSWORD } from '../support/accounts.js'
import type { Answer } from '../support/client.js'
import { beginEnrolment, codeOf, enrol } from '../support/second-factor.js'
import { useServer, type TestServer } from '../support/server.js'
import { sessionOf } from '../support/sessions.js'
import { traitsOf } from '../apis/index.js'
import type { Denial, UnknownCaller } from '../apis/traits.js'
import { roleWithRights } from '../support/julong.js'
import { claimsOf } from './support/craft.js'
import { callerKinds, holdsRight, prepareCaller, type CallerKind } from './support/callers.js'
import { allOperations, send, successOf, type ApiOperation } from './support/operations.js'
import { person, tokenOf, withHashesKept } from './support/people.js'
import { snapshot } from './support/tables.js'

/** What everybody else is answered who may call an operation that is the owner's. */
const NOT_THEIRS = 403

/** A denial, or the status of somebody who gets through. */
type Expected = Denial | number

/** What every operation of every API answers to every kind of caller. */
describe('role matrix', () => {
  const server = useServer()
  let held = 0

  for (const operation of allOperations) {
    it(`${operation.api} ${operation.operationId}`, async () => {
      const expected = callerKinds.map((kind) => ({ kind, expects: expectedOf(operation, kind) }))
      const denied = expected.filter(({ expects }) => typeof expects !== 'number')
      const request = await successOf(operation).prepare(withHashesKept(server))
      await assertDenied(server, operation, request, denied)
      held += denied.length
      for (const { kind, expects } of expected) {
        if (typeof expects !== 'number') continue
        const answer = await ask(server, operation, kind, operation.method === 'GET' ? request : undefined)
        assert.equal(answer.status, expects, `${kind}: ${JSON.stringify(answer.body)}`)
        held += 1
      }
    })
  }

  it('holds for every operation and caller', () => {
    const cells = allOperations.length * callerKinds.length
    console.log(`role matrix: ${held} of ${cells} cells`)
    assert.equal(held, cells)
  })
})

/** From `security`, `x-expired-token` and `x-right`, in the order in which the server asks for them. */
function expectedOf(operation: ApiOperation, kind: CallerKind): Expected {
  const { api, operationId, needsToken, acceptsExpired, right } = operation
  const { denials, exchangeRefused, owned = [] } = traitsOf[api]
  const isOthers = owned.includes(operationId) && kind !== 'ordinary account'
  const through = isOthers ? NOT_THEIRS : successOf(operation).status
  if (!needsToken) return through
  if (acceptsExpired && kind === 'expired token') return through
  if (acceptsExpired && kind === 'logged-out token' && exchangeRefused !== undefined) return exchangeRefused
  if (isUnknownCaller(kind)) return denials[kind]
  if (right !== undefined && !holdsRight(api, kind, right)) return denials['right missing']
  return through
}

function isUnknownCaller(kind: CallerKind): kind is UnknownCaller {
  return kind in traitsOf.tms.denials
}

/** One request, good in all but who sends it: each is turned away, and nothing in the tables changes. */
async function assertDenied(
  server: TestServer,
  operation: ApiOperation,
  request: CaseRequest,
  denied: { kind: CallerKind; expects: Expected }[]
): Promise<void> {
  const callers = []
  for (const { kind, expects } of denied) {
    callers.push({ kind, expects, ...(await prepareCaller(server, operation, kind)) })
  }
  const before = await snapshot(server.db, operation.api)
  for (const { kind, expects, authorization } of callers) {
    const answer = await send(server, operation, withCaller(request, authorization))
    assert.deepEqual([answer.status, textOf(answer)], expects, kind)
  }
  assert.deepEqual(await snapshot(server.db, operation.api), before)
}

async function ask(
  server: TestServer,
  operation: ApiOperation,
  kind: CallerKind,
  request?: CaseRequest
): Promise<Answer> {
  const { authorization, token } = await prepareCaller(server, operation, kind)
  request ??= await requestFor(withHashesKept(server), operation, kind, token)
  return send(server, operation, withCaller(request, authorization))
}

/** The request with this header in place of its own token. */
function withCaller({ token: _, ...request }: CaseRequest, authorization?: string): CaseRequest {
  return { ...request, headers: { ...request.headers, ...(authorization !== undefined && { authorization }) } }
}

/** A request that is good for whoever sends it: the contract's case, but for things that have to fit the caller. */
async function requestFor(
  server: TestServer,
  operation: ApiOperation,
  kind: CallerKind,
  token?: string
): Promise<CaseRequest> {
  switch (`${operation.api} ${operation.operationId}`) {
    case 'tms updateTask':
    case 'tms deleteTask':
      return taskOf(server, kind === 'ordinary account' ? token : undefined)
    case 'tms endOwnSession':
    case 'julong endOwnSession':
    case 'user-login endOwnSession':
    case 'back-office endOwnSession':
      return { path: { id: await sessionOf(server, operation.api, token!) } }
    case 'waste-sorting endOwnSession':
      return { path: { session_id: await sessionOf(server, operation.api, token!) } }
    case 'julong confirmSecondFactor':
    case 'back-office confirmSecondFactor':
      return { body: { code: codeOf(await beginEnrolment(server, operation.api, idIn(operation.api, token!))) } }
    case 'julong removeSecondFactor':
    case 'julong renewRecoveryCodes':
    case 'back-office removeSecondFactor':
    case 'back-office renewRecoveryCodes': {
      const { secret } = await enrol(server, operation.api, idIn(operation.api, token!))
      return { body: { currentPassword: PASSWORD, code: codeOf(secret) } }
    }
    // Who holds exactly the right to grant may grant no other, nor take any other away.
    case 'julong grantRoleRights':
      return { path: { roleId: await roleWithRights(server, () => false) }, body: { rids: '' } }
    case 'julong revokeRoleRight': {
      const roleId = await roleWithRights(server, (code) => code === 'roles:revoke')
      const right = await server.db('julong.rights').where({ code: 'roles:revoke' }).first('id')
      return { path: { roleId, rightId: right.id } }
    }
    default:
      return successOf(operation).prepare(server)
  }
}

/** The id of the account that a token names. */
function idIn(api: RealmName, token: string): AccountId {
  return claimsOf(token)[realmNamed(api).idClaim] as AccountId
}

/** A path to a task that the owner of the token has published; undefined: somebody else. */
async function taskOf(server: TestServer, token?: string): Promise<CaseRequest> {
  const publisher = token ?? tokenOf(server, 'tms', await person(server, 'tms'))
  const { body } = await server.client.post('/tms/task/create', { token: publisher, json: { description: '任务' } })
  return { path: { id: body.data.id } }
}

/** The message of an error body, wherever the API puts it. */
function textOf({ body }: Answer): string {
  return body.detail ?? body.message ?? body.meta.message
}
