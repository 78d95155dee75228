import type { ServerResponse } from 'node:http'
import type { Context } from 'koa'
import type { ResponseCheck } from './check-response.js'
import { findStreamed, streamJson, withItems } from './streamed.js'

interface Response {
  status: number
  body: unknown
  headers?: Record<string, string | number>
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** Sends a JSON response; `check` is told what the contract does not allow. */
export function respond(ctx: Context, reply: Response, check?: ResponseCheck): void {
  const { status, body, headers = {} } = reply
  const { response, res } = ctx
  const list = findStreamed(body)
  const checkItems = (items: unknown[]): void => check?.({ status, body: withItems(body, items), headers })
  checkItems([])
  response.status = status
  setHeaders(res, headers)
  res.setHeader('Content-Type', JSON_TYPE)
  response.body = list === undefined ? JSON.stringify(body) : streamJson(body, list, checkItems)
}

/** As Koa's `set`, which costs more: it makes lists of them first. */
export function setHeaders(response: ServerResponse, headers: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
