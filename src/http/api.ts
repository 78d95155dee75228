import type { Caller } from '../accounts/caller.js'
import type { AccountRow, Realm } from '../realms/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { Samples } from '../accounts/samples.js'
import type { Token } from '../tokens/token.js'
import type {
  PathParameters,
  QueryParameters,
  RequestBody,
  ResponseBody,
  ResponseHeaders,
  StatusOf
} from './operation-types.js'
import type { Envelope } from './envelope.js'
import type { ProblemTable } from './problems.js'
import type { StreamedList, Streaming } from './stream.js'

declare const answers: unique symbol

/** What a handler returns; made by the call's own `reply` or `streamReply`, which check it against the contract. */
export interface Reply<Op = unknown> {
  status: number
  body: unknown
  /** The list in the body that is read while it is sent. */
  list?: StreamedList
  headers: Record<string, string | number>
  readonly [answers]?: (operation: Op) => void
}

export interface Call<Op, Row extends AccountRow> {
  path: PathParameters<Op>
  query: QueryParameters<Op>
  body: RequestBody<Op>
  /** Who calls. Only for operations whose `security` asks for a token. */
  caller: Caller<Row>
  /** The caller's token; also where `x-expired-token: accepted` lets an ended one through, which leaves `caller` out. */
  token: Token
  reply: <Status extends StatusOf<Op>>(
    status: Status,
    body: ResponseBody<Op, Status>,
    headers?: Partial<ResponseHeaders<Op, Status>>
  ) => Reply<Op>
  /** A reply whose body holds `list`, made by `streamedList`, in the place of its array. */
  streamReply: <Status extends StatusOf<Op>>(
    status: Status,
    streaming: { list: StreamedList; body: Streaming<ResponseBody<Op, Status>> },
    headers?: Partial<ResponseHeaders<Op, Status>>
  ) => Reply<Op>
}

export type OperationHandler<Op, Row extends AccountRow> = (
  call: Call<Op, Row>,
  context: RealmContext<Row>
) => Promise<Reply<Op>> | Reply<Op>

/** A handler for every operation of the contract, under its operationId. */
export type Handlers<Operations, Row extends AccountRow> = {
  [Id in keyof Operations]: OperationHandler<Operations[Id], Row>
}

/** The operation that creates an account with everything that an operator may give, and its names for it. */
export interface AccountCreation<OperationId extends string = string> {
  operationId: OperationId
  fields: { name: string; password: string; email?: string; mobile?: string }
}

export interface Api {
  realm: Realm
  handlers: Record<string, OperationHandler<unknown, AccountRow>>
  problems: ProblemTable
  accountCreation: AccountCreation
  samples: Samples
  /** Undefined: responses are sent as the contract has them. */
  envelope?: Envelope
}

export function defineApi<Operations, Row extends AccountRow>(api: {
  realm: Realm<Row>
  handlers: Handlers<Operations, Row>
  problems: ProblemTable
  accountCreation: AccountCreation<keyof Operations & string>
  samples: Samples
}): Api {
  return api as unknown as Api
}
