import { administratorToken, roleWith, userOf } from '../../support/julong.js'
import type { TestServer } from '../../support/server.js'
import { sessionOf } from '../../support/sessions.js'
import type { Case, CaseRequest } from '../case.js'

export type Made = CaseRequest | Promise<CaseRequest>

/** Sent by a super administrator. */
export const asAdministrator =
  (make: (server: TestServer) => Made = () => ({})): Case =>
  async (server) => ({ token: await administratorToken(server), ...(await make(server)) })

/** Sent by a user without a role. */
export const asNobody =
  (request: CaseRequest = {}): Case =>
  async (server) => ({ ...request, token: (await userOf(server, -1)).token })

/** Sent with a token that is none. */
export const withBadToken =
  (request: CaseRequest = {}): Case =>
  () => ({ ...request, token: 'x' })

export const unknownQuery: Case = () => ({ query: { unknown: 1 } })
export const malformedBody: Case = () => ({ raw: '{' })
export const emptyBody: Case = () => ({ body: {} })

export const PAGE = { pagenum: 1, pagesize: 10 }

/** A path to a user who was made for it. */
export const toUser = async (server: TestServer): Promise<CaseRequest> => ({
  path: { id: (await userOf(server, -1)).account.id }
})

/** A path to a role that was made for it. */
export const toRole = async (server: TestServer): Promise<CaseRequest> => ({ path: { id: await roleWith(server) } })

/** A path to a session of a user who was made for it, with the user's token. */
export async function ofSession(server: TestServer): Promise<{ token: string; path: { id: string } }> {
  const { token } = await userOf(server, -1)
  return { token, path: { id: await sessionOf(server, 'julong', token) } }
}

export const NO_SESSION = { id: '00000000-0000-4000-8000-000000000000' }

export const grantable = async (server: TestServer): Promise<CaseRequest> => ({
  path: { roleId: await roleWith(server) }
})
