import { setTimeout as delay } from 'node:timers/promises'
import type { Load } from './load.js'
import { isGood, send, type Answered } from './send.js'

/** What a load and the health checks met in one fault of the database. */
export interface Endured {
  /** Requests answered 503. */
  refused: number
  /** Milliseconds of the slowest of them. */
  slowestRefusal: number
  /** Milliseconds from the end of the fault until every client had a good answer again. */
  recovery: number
}

export interface Fault {
  begin(): Promise<void> | void
  end(): Promise<void> | void
  lastsMs: number
}

const ANSWER_WITHIN_MS = 3_000
/** Requests that wait for the hash of a password besides: what that may take on a busy machine. */
const HASHES = /\/(login|register)$/
const HASH_WITHIN_MS = 3_000
/** From the end of a fault until no request is refused any more. */
export const RECOVER_WITHIN_MS = 5_000
/** Good answers of every client, none refused in between, after which it counts as recovered. */
const GOOD_ANSWERS = 3
/** Up to three hashes for each client, on a busy machine. */
const GOOD_WITHIN_MS = GOOD_ANSWERS * HASH_WITHIN_MS * 2

/** Puts a running load through a fault. Throws when an answer is late or neither good nor a 503 with `Retry-After`. */
export async function endure(origin: string, load: Load, fault: Fault): Promise<Endured> {
  const first = load.answers.length
  await fault.begin()
  const [ready, live] = await Promise.all([
    send(origin, { method: 'GET', path: '/health/ready' }),
    send(origin, { method: 'GET', path: '/health/live' }),
    delay(fault.lastsMs)
  ])
  await fault.end()
  const recovery = await recover(load)
  const answers = load.answers.slice(first)
  assertAnswers(answers)
  if (ready.status !== 503 || live.status !== 200) throw new Error(`health: ${ready.status}, ${live.status}`)
  const refused = answers.filter(({ status }) => status === 503)
  return { refused: refused.length, slowestRefusal: slowest(refused), recovery }
}

/** Milliseconds from now until every client is served and none is refused any more. Throws when that takes too long. */
export async function recover(load: Load): Promise<number> {
  const [first, ended] = [load.answers.length, performance.now()]
  await load.untilAllGood(1, RECOVER_WITHIN_MS + HASH_WITHIN_MS)
  const served = performance.now()
  await delay(ended + RECOVER_WITHIN_MS - served)
  const settled = performance.now()
  await load.untilAllGood(GOOD_ANSWERS, GOOD_WITHIN_MS)
  const refused = load.answers.slice(first).filter((answered) => !isGood(answered))
  const late = refused.filter(({ from }) => from > settled)
  if (late.length > 0) throw new Error(`refused after the recovery: ${JSON.stringify(late.slice(0, 3))}`)
  return Math.round(Math.max(served, ...refused.map(({ to }) => to)) - ended)
}

/** Throws unless each answer came in time and is good or a 503 with `Retry-After`. */
export function assertAnswers(answers: Answered[]): void {
  const wrong = answers.filter(
    (answered) =>
      answered.to - answered.from > ANSWER_WITHIN_MS + (HASHES.test(answered.path) ? HASH_WITHIN_MS : 0) ||
      !(isGood(answered) || (answered.status === 503 && answered.retryAfter !== null))
  )
  if (wrong.length > 0)
    throw new Error(`${wrong.length} of ${answers.length} wrong: ${JSON.stringify(wrong.slice(0, 5))}`)
}

export function slowest(answers: Answered[]): number {
  return Math.round(Math.max(0, ...answers.map(({ from, to }) => to - from)))
}
