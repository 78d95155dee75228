import type { IncomingMessage } from 'node:http'
import { parse as parseForm } from 'node:querystring'
import bodyParser from 'koa-bodyparser'
import { decodePercent } from './percent.js'
import { HttpProblem } from './problems.js'
import { bodySchema, contentOf } from './body-schema.js'
import type { Operation } from './contract.js'
import { readOtherForms } from './other-forms.js'
import type { ApiContext, ApiMiddleware } from './state.js'

const LIMIT_KIB = 100
const FORM = 'application/x-www-form-urlencoded'
/** JSON is UTF-8, named or not, and forms are here. */
const CHARSET = /^(utf-?8)?$/i
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads the body in the one media type that the operation takes. Undefined where it takes none. */
export function bodyMiddleware(operation: Operation): ApiMiddleware | undefined {
  const mediaType = mediaTypeOf(operation)
  if (mediaType === undefined) return undefined
  const parse = mediaType === FORM ? readForm : readJson
  const toSchema = readOtherForms(operation) ?? ((body: unknown) => body)
  // An empty body is one without fields: the schema says which ones are missing. Where it asks for none, the body is.
  const empty = asksForFields(operation) ? {} : undefined
  const read = bytesReader(mediaType)
  return async (ctx) => {
    checkHeaders(ctx, mediaType)
    readCodingName(ctx.req.headers)
    await read(ctx as Parameters<typeof read>[0], async () => {})
    const { body } = ctx.request as { body?: unknown }
    const text = body instanceof Uint8Array ? decodeUtf8(body) : ''
    ctx.state.body = text === '' ? empty : toSchema(parse(text))
  }
}

/** Reads bytes, for the parser would put U+FFFD in the place of what is no UTF-8 and tell nobody. */
function bytesReader(mediaType: string): ReturnType<typeof bodyParser> {
  return bodyParser({
    enableTypes: ['text'],
    extendTypes: { text: [mediaType] },
    encoding: '',
    textLimit: `${LIMIT_KIB}kb`,
    onerror(error: Error, ctx: { req: IncomingMessage }) {
      // The parser stops reading where it fails; the rest would stand before the connection's next request.
      ctx.req.resume()
      throw bodyProblem(error)
    }
  })
}

function checkHeaders(ctx: ApiContext, mediaType: string): void {
  const length = lengthOf(ctx.req.headers)
  if (length > 0 && !(ctx.is(mediaType) && CHARSET.test(ctx.request.charset))) {
    throw new HttpProblem('unsupported-media-type', {})
  }
  if (length > LIMIT_KIB * 1024 && length < Infinity) throw new HttpProblem('too-large', {})
}

function mediaTypeOf(operation: Operation): string | undefined {
  return Object.keys(contentOf(operation))[0]
}

function asksForFields(operation: Operation): boolean {
  const schema = bodySchema(operation)
  return schema !== undefined && 'required' in schema
}

/** The length that is announced, in bytes; infinite where it shows only at the end. */
function lengthOf(headers: NodeJS.Dict<string | string[]>): number {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity
}

/** Codings are named without regard to case, and gzip by an older name too; the parser knows the one form. */
function readCodingName(headers: NodeJS.Dict<string | string[]>): void {
  const { 'content-encoding': coding } = headers
  if (typeof coding === 'string')
    headers['content-encoding'] = coding
      .trim()
      .toLowerCase()
      .replace(/^x-gzip$/, 'gzip')
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    throw bodyProblem(error as Error)
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw bodyProblem(error as Error)
  }
}

function readForm(text: string): unknown {
  decodePercent(text)
  return parseForm(text, '&', '=', { maxKeys: 0 })
}

function bodyProblem(error: Error & { status?: number }): HttpProblem {
  if (error.status === 413) return new HttpProblem('too-large', {}, { cause: error })
  if (error.status === 415) return new HttpProblem('unsupported-media-type', {}, { cause: error })
  return new HttpProblem('malformed', { message: error.message }, { cause: error })
}
