import type { StatusOf } from '../../src/http/operation-types.js'
import type { TestServer } from '../support/server.js'

/** The request that makes an operation answer with a certain status; what is left out comes from the contract's examples. */
export interface CaseRequest {
  /** Path parameters; the contract's parameter examples where left out. */
  path?: Record<string, string | number>
  query?: Record<string, string | number>
  /** Sent as `Authorization: Bearer <token>`. */
  token?: string | undefined
  headers?: Record<string, string>
  /** The body's fields, sent in the operation's media type; the contract's example where left out. */
  body?: Record<string, unknown>
  /** A body as it is, in place of `body`. */
  raw?: string
}

/** Prepares the server (accounts, tokens, rows) and says what to send. */
export type Case = (server: TestServer) => CaseRequest | Promise<CaseRequest>

/** A case for every documented status of every operation: a missing one does not compile. */
export type Cases<Operations> = {
  [Id in keyof Operations & string as `${Id} ${StatusOf<Operations[Id]>}`]: Case
}
