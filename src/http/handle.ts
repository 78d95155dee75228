import type { Knex } from 'knex'
import type { RealmContext } from '../accounts/realm-context.js'
import type { AccountRow } from '../realms/realm.js'
import { clientAddress } from './address.js'
import type { AnswerShares } from './answer-share.js'
import type { Api, Call, Reply } from './api.js'
import type { ResponseCheck } from './check-response.js'
import type { Operation } from './contract.js'
import type { Envelope } from './envelope.js'
import { respond } from './respond.js'
import type { Holder } from './shares.js'
import type { ApiMiddleware } from './state.js'
import type { StreamedList } from './stream.js'

export interface HandleSettings {
  handlers: Api['handlers']
  /** Its `read` does the work of the operations with `x-database: replica`. */
  context: RealmContext
  shares: AnswerShares
  envelope?: Envelope | undefined
}

/** The middleware that has the operation's handler answer. Throws at start when there is none. */
export function handleMiddleware(settings: HandleSettings, operation: Operation, check?: ResponseCheck): ApiMiddleware {
  const { handlers, context, shares, envelope } = settings
  const handler = handlers[operation.operationId ?? '']
  if (handler === undefined) throw new Error(`no handler for ${operation.operationId}`)
  const readsReplica = (operation as { 'x-database'?: string })['x-database'] === 'replica'
  return async (ctx) => {
    const { req, res } = ctx
    const { path, query, body, caller, token, requestId } = ctx.state
    const call = { path, query, body, caller, token, reply, streamReply } as unknown as Call<unknown, AccountRow>
    const address = clientAddress(ctx.request.ip)
    const userAgent = req.headers['user-agent'] ?? null
    const origin = { actor: caller?.account ?? null, address, userAgent, requestId }
    const holder = (): Holder => ({ account: caller && `${context.realm.name} ${caller.account.id}`, address })
    let place: Promise<void> | undefined
    // A list that fails on a replica is begun again.
    const takePlace = (): Promise<void> => (place ??= shares.takePlace(res, holder()))
    const handle = async (db: Knex): Promise<Reply> => handler(call, { ...context, db, origin, takePlace })
    const answer = await (readsReplica ? context.read(handle) : handle(context.db))
    respond(ctx, answer, { check, envelope, hold: (bytes) => shares.holdBytes(res, holder(), bytes) })
  }
}

function reply(status: number, body: unknown, headers: Record<string, string | number> = {}): Reply {
  return { status, body, headers }
}

function streamReply(
  status: number,
  { list, body }: { list: StreamedList; body: unknown },
  headers: Record<string, string | number> = {}
): Reply {
  return { status, body, list, headers }
}
