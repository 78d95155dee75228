import type { Caller } from '../accounts/caller.js'
import type { AccountRow, Realm } from '../realms/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { Token } from '../tokens/token.js'
import type {
  PathParameters,
  QueryParameters,
  RequestBody,
  ResponseBody,
  ResponseHeaders,
  StatusOf
} from './operation-types.js'
import type { ProblemTable } from './problems.js'

declare const answers: unique symbol

/** What a handler returns; made by the call's own `reply` alone, which checks status and body against the contract. */
export interface Reply<Op = unknown> {
  status: number
  body: unknown
  headers: Record<string, string | number>
  readonly [answers]?: (operation: Op) => void
}

/** One request, checked against the contract. */
export interface Call<Op, Row extends AccountRow> {
  path: PathParameters<Op>
  query: QueryParameters<Op>
  body: RequestBody<Op>
  /** Who calls. Only for operations whose `security` asks for a token. */
  caller: Caller<Row>
  /** The caller's token; also where `x-expired-token: accepted` lets an ended one through, which leaves `caller` out. */
  token: Token
  reply<Status extends StatusOf<Op>>(
    status: Status,
    body: ResponseBody<Op, Status>,
    headers?: Partial<ResponseHeaders<Op, Status>>
  ): Reply<Op>
}

export type OperationHandler<Op, Row extends AccountRow> = (
  call: Call<Op, Row>,
  context: RealmContext<Row>
) => Promise<Reply<Op>>

/** A handler for every operation of the contract, under its operationId. */
export type Handlers<Operations, Row extends AccountRow> = {
  [Id in keyof Operations]: OperationHandler<Operations[Id], Row>
}

/** One of the APIs, as the server mounts it. */
export interface Api {
  realm: Realm
  handlers: Record<string, OperationHandler<unknown, AccountRow>>
  problems: ProblemTable
}

export function defineApi<Operations, Row extends AccountRow>(api: {
  realm: Realm<Row>
  handlers: Handlers<Operations, Row>
  problems: ProblemTable
}): Api {
  return api as unknown as Api
}
