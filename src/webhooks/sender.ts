import type { KeyObject } from 'node:crypto'
import type { Knex } from 'knex'
import { Gate } from '../database/queries/gate.js'
import {
  claimAttempt,
  noteDelivered,
  noteFailed,
  noteLost,
  type Attempt,
  type DeliveredEntry,
  type Failure
} from './attempts.js'
import { bodyOf } from './message.js'
import type { post } from './post.js'
import { overviewOf, queueEntries } from './queue.js'
import { openSecret } from './secrets.js'
import { signatureHeaders } from './signature.js'

/** Milliseconds between two looks for entries, and where there is no webhook or the database does not answer. */
const LOOK_EVERY = 1_000
const LOOK_SELDOM_EVERY = 10_000
/** Attempts of one webhook that a process makes at the same time. */
const AT_ONCE = 4
/** Statements of all of them, so that requests find connections. */
const STATEMENTS_AT_ONCE = 2

export interface SenderSettings {
  db: Knex
  keys: KeyObject[]
  /** What sends the requests. */
  post: typeof post
  warn: (details: object, message: string) => void
  /** Gets the delays of `Overview` every time. */
  report: (delays: Map<string, number>) => void
}

/** Delivers entries of the audit trail to webhooks. Any number of processes may do so on one database. */
export class WebhookSender {
  #stopping = false
  #timer: NodeJS.Timeout | undefined
  #look: Promise<void>
  /** Each makes one attempt after the other, for this webhook. */
  readonly #lines = new Map<Promise<void>, number>()
  readonly #statements = new Gate(STATEMENTS_AT_ONCE)

  constructor(readonly settings: SenderSettings) {
    this.#look = this.#lookAndWait()
  }

  /** Waits for the attempts under way, 15 seconds at most. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#timer)
    await this.#look
    await Promise.all(this.#lines.keys())
  }

  async #lookAndWait(): Promise<void> {
    const any = await this.#lookOnce().catch((error: unknown) => {
      this.#warn(error)
      return false
    })
    if (this.#stopping) return
    const look = (): void => void (this.#look = this.#lookAndWait())
    this.#timer = setTimeout(look, any ? LOOK_EVERY : LOOK_SELDOM_EVERY)
    this.#timer.unref()
  }

  /** Returns whether there is a webhook. */
  async #lookOnce(): Promise<boolean> {
    const { db, report } = this.settings
    const { active, behind, last, delays } = await overviewOf(db)
    report(delays)
    if (behind.length > 0) await queueEntries(db, behind, last)
    for (const id of active) this.#addLine(id)
    return delays.size > 0
  }

  #addLine(id: number): void {
    const ofWebhook = [...this.#lines.values()].filter((webhook) => webhook === id)
    if (this.#stopping || ofWebhook.length === AT_ONCE) return
    const line = this.#attemptAll(id)
      .catch((error: unknown) => this.#warn(error))
      .finally(() => this.#lines.delete(line))
    this.#lines.set(line, id)
  }

  /** Until nothing is due. While it waits for an answer, another line looks whether more is. */
  async #attemptAll(id: number): Promise<void> {
    while (!this.#stopping) {
      const attempt = await this.#inTurn((db) => claimAttempt(db, id))
      if (attempt === undefined) return
      this.#addLine(id)
      await this.#make(attempt)
    }
  }

  async #make(attempt: Attempt): Promise<void> {
    const { entry } = attempt
    const { warn } = this.settings
    if (entry === null) return this.#inTurn((db) => noteLost(db, attempt))
    const failure = await send(attempt, entry, this.settings)
    if (failure === undefined) return this.#inTurn((db) => noteDelivered(db, attempt))
    const { paused, away, givenUp } = await this.#inTurn((db) => noteFailed(db, attempt, failure))
    const details = { webhook: attempt.webhookId, entry: attempt.eventId, reason: failure.reason }
    if (paused !== null) warn({ ...details, paused }, 'a webhook is paused')
    if (away) warn(details, 'the receiver of a webhook counts as away')
    if (givenUp) warn(details, 'a delivery of a webhook is given up')
  }

  #inTurn<Result>(work: (db: Knex) => Promise<Result>): Promise<Result> {
    return this.#statements.pass(() => work(this.settings.db))
  }

  #warn(error: unknown): void {
    this.settings.warn({ err: error }, 'could not send webhooks; trying again later')
  }
}

/** Returns why it failed. */
async function send(
  attempt: Attempt,
  entry: DeliveredEntry,
  { keys, post }: SenderSettings
): Promise<Failure | undefined> {
  const { webhookId, url, secret, previousSecret } = attempt
  const [current, previous] = [secret, previousSecret].map((sealed) =>
    sealed === null ? undefined : openSecret(keys, webhookId, sealed)
  )
  if (current === undefined) return { reason: 'no TOKEN_SECRET decrypts the secret of the webhook', gone: false }
  const body = bodyOf(attempt, entry)
  const secrets = previous === undefined ? [current] : [current, previous]
  const timestamp = Math.floor(Date.now() / 1000)
  return post(url, signatureHeaders(secrets, { id: entry.messageId, timestamp, body }), body)
}
