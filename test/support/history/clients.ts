import { setTimeout as delay } from 'node:timers/promises'
import { freshName } from '../accounts.js'
import { send, type Answered, type Sent } from '../send.js'
import type { HistoryApi, Operation, Subject } from './operation.js'

/** A request of the history, as the checker reads it. Nanoseconds; no `return` where it is not known whether it was done. */
export interface Recorded {
  account: number
  client: number
  op: string
  token?: number
  next?: number
  value?: number
  out: string
  call: number
  return: number | null
}

export interface HistorySize {
  operations: number
  /** Accounts that are in use at the same time, and clients of each. */
  accounts: number
  clients: number
}

/** The requests of many clients to replicas that any of them may be sent to. */
export interface History {
  recorded: Recorded[]
  /** Resolves when it has so many requests. */
  until(count: number): Promise<void>
  /** Resolves when it has all of them and every client has ended. */
  done: Promise<void>
  /** Sends no more. */
  stop(): void
}

/** Requests of one account, few enough for its tokens to be numbered in 256 bits. */
const REQUESTS_EACH = 120
/** Of these, the ones before the account is removed. */
const BEFORE_LAST = 100
const UNANSWERED_PAUSE_MS = 100
const LOOK_EVERY_MS = 20
const ATTEMPTS = 50

/** Begins the history. `origins` are the addresses of the replicas. */
export function beginHistory(
  origins: string[],
  apis: HistoryApi[],
  { operations, accounts, clients }: HistorySize
): History {
  const recorded: Recorded[] = []
  const replicas = new Replicas(origins)
  let made = 0

  async function useAccounts(): Promise<void> {
    while (recorded.length < operations && !replicas.isStopped) {
      const number = made++
      const api = apis[number % apis.length]!
      const use = new AccountUse(number, { api, subject: await created(api, replicas), replicas, recorded })
      await Promise.all(Array.from({ length: clients }, (_, client) => use.runClient(number * clients + client)))
    }
  }

  const done = Promise.all(Array.from({ length: accounts }, useAccounts)).then(() => {})
  done.catch(() => replicas.stop())
  return {
    recorded,
    done,
    stop: () => replicas.stop(),
    async until(count) {
      while (recorded.length < count && !replicas.isStopped) await delay(LOOK_EVERY_MS)
    }
  }
}

/** Where requests are sent, to any of them. */
class Replicas {
  isStopped = false

  constructor(readonly origins: string[]) {}

  send(sent: Sent): Promise<Answered> {
    return send(pick(this.origins), sent)
  }

  /** Resolves when one has its database. */
  async untilReady(): Promise<void> {
    do await delay(UNANSWERED_PAUSE_MS)
    while (!this.isStopped && (await this.send({ method: 'GET', path: '/health/ready' })).status !== 200)
  }

  stop(): void {
    this.isStopped = true
  }
}

/** A new account; another one where a replica or the database went away meanwhile. */
async function created(api: HistoryApi, replicas: Replicas): Promise<Subject> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await api.create(freshName('history'))
    } catch (error) {
      if (attempt === ATTEMPTS || replicas.isStopped) throw error
      await replicas.untilReady()
    }
  }
}

interface Used {
  api: HistoryApi
  subject: Subject
  replicas: Replicas
  recorded: Recorded[]
}

/** What the clients of one account share: its tokens, those that have ended too. */
class AccountUse {
  readonly #tokens: string[] = []
  #requests = 0
  #isLastSent = false

  constructor(
    readonly account: number,
    readonly used: Used
  ) {}

  async runClient(client: number): Promise<void> {
    while (this.#requests < REQUESTS_EACH && !this.used.replicas.isStopped) {
      this.#requests += 1
      await this.#sendOne(client, this.#choose())
    }
  }

  #choose(): Operation {
    const { operations, last } = this.used.api
    if (last !== undefined && !this.#isLastSent && this.#requests > BEFORE_LAST) {
      this.#isLastSent = true
      return last
    }
    const possible = operations.filter(({ byToken }) => byToken === undefined || this.#tokens.length > 0)
    let left = Math.random() * possible.reduce((sum, { weight }) => sum + weight, 0)
    return possible.find(({ weight }) => (left -= weight) < 0) ?? possible[0]!
  }

  async #sendOne(client: number, operation: Operation): Promise<void> {
    const { subject, replicas } = this.used
    const value = operation.byValue === undefined ? 0 : pick([0, 1])
    const token = operation.byToken === undefined ? undefined : this.#someToken()
    const text = token === undefined ? '' : this.#tokens[token]!
    const answered = await replicas.send(operation.send(subject, text, value))
    this.#record(operation, answered, { client, value, ...(token !== undefined && { token }) })
    if (isUnanswered(answered)) await replicas.untilReady()
  }

  /** Mostly one of the newest: of all others most have ended. */
  #someToken(): number {
    const count = this.#tokens.length
    const back = Math.random() < 0.8 ? Math.random() * 3 : Math.random() * count
    return Math.max(0, count - 1 - Math.floor(back))
  }

  #record(operation: Operation, answered: Answered, sent: Pick<Recorded, 'client' | 'token' | 'value'>): void {
    const { op, outcomes, reads, tokenIn, valueIn } = operation
    const times = { call: nanoseconds(answered.from), return: nanoseconds(answered.to) }
    const begun = { account: this.account, ...sent, op, ...times }
    if (isUnanswered(answered)) {
      if (reads === undefined && !wasNeverSent(answered))
        this.used.recorded.push({ ...begun, out: 'unknown', return: null })
      return
    }
    const out = outcomes[answered.status]
    if (out === undefined) throw new Error(`${op}: ${answered.status} ${JSON.stringify(answered.body)}`)
    const isGood = out === 'ok'
    this.used.recorded.push({
      ...begun,
      out,
      ...(isGood && tokenIn !== undefined && { next: this.#tokens.push(tokenIn(answered.body)) - 1 }),
      ...(isGood && valueIn !== undefined && { value: valueIn(answered.body) })
    })
  }
}

/** Neither done nor refused: the replica has gone, or its database. */
function isUnanswered({ status }: Answered): boolean {
  return status === 0 || status === 503
}

function wasNeverSent({ failure }: Answered): boolean {
  return failure?.includes('ECONNREFUSED') ?? false
}

function pick<Value>(values: readonly Value[]): Value {
  return values[Math.floor(Math.random() * values.length)]!
}

function nanoseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1e6)
}
