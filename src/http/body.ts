import type { IncomingMessage } from 'node:http'
import bodyParser from 'koa-bodyparser'
import { decodePercent } from './percent.js'
import { HttpProblem } from './problems.js'
import type { Operation } from './contract.js'
import type { Step } from './state.js'

const LIMIT = '100kb'
const FORM = 'application/x-www-form-urlencoded'

/** Reads the body in the one media type that the operation takes. Undefined where it takes none. */
export function bodyStep(operation: Operation): Step | undefined {
  const mediaType = mediaTypeOf(operation)
  if (mediaType === undefined) return undefined
  const isForm = mediaType === FORM
  const options = {
    enableTypes: [isForm ? 'form' : 'json'],
    strict: false,
    jsonLimit: LIMIT,
    formLimit: LIMIT,
    // A field like others that nobody names; the parser would refuse the whole body for it.
    onProtoPoisoning: 'remove',
    onerror(error: Error, ctx: { req: IncomingMessage }) {
      // The parser stops reading where it fails; the rest would stand before the connection's next request.
      ctx.req.resume()
      throw bodyProblem(error)
    }
  }
  const parse = bodyParser(options)
  return async (ctx, next) => {
    if (hasBody(ctx.req.headers) && !ctx.is(mediaType)) throw new HttpProblem('unsupported-media-type', {})
    await parse(ctx as Parameters<typeof parse>[0], async () => {
      const { body, rawBody = '' } = ctx.request as { body?: unknown; rawBody?: string }
      if (isForm) decodePercent(rawBody)
      // An empty body is one without fields: the schema says which ones are missing.
      ctx.state.body = body === '' || body === undefined ? {} : body
      await next()
    })
  }
}

function mediaTypeOf(operation: Operation): string | undefined {
  const body = operation.requestBody
  return body !== undefined && 'content' in body ? Object.keys(body.content)[0] : undefined
}

function hasBody(headers: NodeJS.Dict<string | string[]>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function bodyProblem(error: Error & { status?: number }): HttpProblem {
  if (error.status === 413) return new HttpProblem('too-large', {}, { cause: error })
  if (error.status === 415) return new HttpProblem('unsupported-media-type', {}, { cause: error })
  return new HttpProblem('malformed', { message: error.message }, { cause: error })
}
