import { setDisabled } from '../../../src/accounts/administration.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { signedUp } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'
import { sessionOf } from '../../support/sessions.js'
import type { CaseRequest } from '../case.js'

export const UNKNOWN_ID = 'ffffffffffffffffffffffff'
export const PAGE = { pagenum: 1, pagesize: 10 }
export const NOT_NAMED = { nonsense: 'x' }
export const MALFORMED = '{"'

export const admin = (server: TestServer) => signedUp(server, backOfficeRealm, { values: { role_id: 1 } })
export const viewer = (server: TestServer) => signedUp(server, backOfficeRealm)

/** Sent by an `admin`, about a viewer. */
export async function byAdmin(server: TestServer, request: CaseRequest = {}): Promise<CaseRequest> {
  const { token } = await admin(server)
  const { account } = await viewer(server)
  return { token, ...request, path: { id: account.id, ...request.path } }
}

/** Sent by a viewer, about themself. */
export async function byViewer(server: TestServer, request: CaseRequest = {}): Promise<CaseRequest> {
  const { token, account } = await viewer(server)
  return { token, ...request, path: { id: account.id, ...request.path } }
}

export async function byDisabled(server: TestServer, request: CaseRequest = {}): Promise<CaseRequest> {
  const { token, account } = await viewer(server)
  await setDisabled(realmContext(server.context, backOfficeRealm), account.id, true)
  return { token, ...request }
}

/** Sent by a viewer, about their session; `token` is another's who sends it. */
export async function ofSession(server: TestServer, token?: string): Promise<CaseRequest> {
  const own = (await viewer(server)).token
  return { token: token ?? own, path: { id: await sessionOf(server, 'back-office', own) } }
}

export const NO_SESSION = { id: '00000000-0000-4000-8000-000000000000' }
