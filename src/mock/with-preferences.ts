import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Middleware } from 'koa'
import type { Envelope } from '../http/envelope.js'
import type { ProblemResponse, ProblemTable } from '../http/problems.js'
import { respond } from '../http/respond.js'
import { BadPreference, readPreference, type Preference } from './preference.js'

/** The router of an API behind what `Prefer` means for every request: what is unknown is refused, and `delay` is waited. */
export function withPreferences(
  router: Middleware,
  { problems, envelope }: { problems: ProblemTable; envelope: Envelope | undefined }
): Middleware {
  return async (ctx, next) => {
    const preference = readOrReason(ctx.get('Prefer'))
    if (typeof preference === 'string') return respond(ctx, preferenceProblem(problems, preference), { envelope })
    if (preference.delay !== undefined && !(await waits(preference.delay, ctx.res))) return
    await router(ctx, next)
  }
}

/** 400 in the API's own error body, with this text. */
export function preferenceProblem(problems: ProblemTable, text: string): ProblemResponse {
  const { status, body } = problems.malformed({ message: '' }, undefined)
  return { status, body: withText(body, `Prefer: ${text}`) }
}

function readOrReason(header: string): Preference | string {
  try {
    return readPreference(header)
  } catch (error) {
    if (error instanceof BadPreference) return error.message
    throw error
  }
}

/** False as soon as the client is gone. */
async function waits(milliseconds: number, response: ServerResponse): Promise<boolean> {
  const gone = new AbortController()
  const leave = (): void => gone.abort()
  response.once('close', leave)
  await delay(milliseconds, undefined, { signal: gone.signal }).catch(() => {})
  response.off('close', leave)
  return !gone.signal.aborted
}

/** An error body with this text in the place of its own. */
function withText(body: unknown, text: string): unknown {
  if (typeof body === 'string') return text
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, withText(value, text)]))
}
