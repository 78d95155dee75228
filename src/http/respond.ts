import type { Context } from 'koa'
import type { ResponseCheck } from './check-response.js'
import type { Envelope } from './envelope.js'
import { setHeaders } from './headers.js'
import { stateOf } from './state.js'
import { streamJson, type StreamedList } from './stream.js'

interface Response {
  status: number
  body: unknown
  list?: StreamedList
  headers?: Record<string, string | number>
}

export interface RespondOptions {
  /** Told what is sent; throws what the contract does not allow. */
  check?: ResponseCheck | undefined
  /** Told of the bytes of a long body before it is sent; throws when they are too many. */
  hold?: (bytes: number) => void
  /** Makes what is sent of what was checked. */
  envelope?: Envelope | undefined
}

const JSON_TYPE = 'application/json; charset=utf-8'
/** Characters of a body that is not long. */
const SHORT = 4_096

export function respond(ctx: Context, reply: Response, { check, hold, envelope }: RespondOptions = {}): void {
  const { list, headers = {} } = reply
  const { response, res } = ctx
  const checkBody = check && ((sent: unknown) => check({ status: reply.status, body: sent, headers }))
  if (list === undefined) checkBody?.(reply.body)
  if (envelope !== undefined) stateOf(ctx).status = reply.status
  const { status, body } = envelope?.(reply) ?? reply
  const sent = list === undefined ? textOf(body, hold) : streamJson(body, list, checkBody)
  response.status = status
  setHeaders(res, headers)
  res.setHeader('Content-Type', JSON_TYPE)
  response.body = sent
}

/** The body as JSON: bytes where it is long, which are counted once. */
function textOf(body: unknown, hold?: (bytes: number) => void): string | Buffer {
  const text = JSON.stringify(body)
  if (text.length <= SHORT) return text
  const bytes = Buffer.from(text)
  hold?.(bytes.length)
  return bytes
}
