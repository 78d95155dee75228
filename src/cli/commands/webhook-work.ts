import type { KeyObject } from 'node:crypto'
import type { Knex } from 'knex'
import type { RealmName } from '../../config/realm-names.js'
import { listDeliveries, type Delivery } from '../../webhooks/deliveries.js'
import { unreadableWebhooks } from '../../webhooks/secrets.js'
import { flawOfUrl } from '../../webhooks/url.js'
import {
  addWebhook,
  hasWebhook,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  retryDeliveries,
  rotateSecret,
  type Key,
  type Webhook
} from '../../webhooks/webhooks.js'
import { jsonLine, printable } from '../terminal/printable.js'
import { Stop, wrongUsage } from '../terminal/stop.js'
import type { Terminal } from './command.js'

const DEFAULT_LIMIT = 100

interface Run {
  db: Knex
  keys: KeyObject[]
  realm: RealmName
  terminal: Terminal
}

type Work = (run: Run) => Promise<void>

/** What may be done to a webhook, by the option that names it, and how it is reported: done, or nothing left to do. */
const CHANGES = {
  pause: [pauseWebhook, 'paused', 'was paused already'],
  resume: [resumeWebhook, 'resumed', 'was not paused'],
  remove: [removeWebhook, 'removed']
} as const satisfies Record<string, [change: (db: Knex, key: Key) => Promise<boolean>, done: string, nothing?: string]>

type Verb = keyof typeof CHANGES | 'rotate-secret' | 'retry' | 'deliveries'

export type Given = Partial<Record<Verb, number | undefined>> & {
  add?: string | undefined
  actions?: string[] | undefined
  insecure?: boolean | undefined
  limit?: number | undefined
  json?: boolean | undefined
}

/** Throws `Stop` for options that do not go together, and for an address that no webhook may have. */
export async function workOf({ add, actions, insecure, limit, json = false, ...ofOne }: Given): Promise<Work> {
  const verbs = Object.entries(ofOne) as [Verb, number][]
  const [verb, other] = [...(add === undefined ? [] : ['add']), ...verbs.map(([name]) => name)]
  if (other !== undefined) throw wrongUsage(`webhooks takes --${verb} or --${other}, not both`, 'webhooks')
  const allowed = { actions: 'add', insecure: 'add', limit: 'deliveries' }
  for (const [option, value] of Object.entries({ actions, insecure, limit })) {
    const needs = allowed[option as keyof typeof allowed]
    if (value !== undefined && verb !== needs)
      throw wrongUsage(`webhooks takes --${option} with --${needs} only`, 'webhooks')
  }
  if (add !== undefined) return adding(add, { actions, insecure, json })
  const [only] = verbs
  if (only === undefined) return (run) => printWebhooks(run, json)
  const [name, id] = only
  if (name === 'deliveries') return (run) => printDeliveries(run, id, { limit: limit ?? DEFAULT_LIMIT, json })
  if (name === 'retry') return (run) => retry(run, id)
  return name === 'rotate-secret' ? (run) => rotate(run, id, json) : (run) => change(run, name, id)
}

async function adding(url: string, { actions, insecure = false, json }: Given): Promise<Work> {
  const flaw = await flawOfUrl(url, insecure)
  if (flaw !== undefined) throw wrongUsage(`the address of a webhook ${flaw}`, 'webhooks')
  return async ({ db, keys, realm, terminal }) => {
    const added = await addWebhook(db, keys, { realm, url, actions })
    if (added === undefined) throw new Stop('a transaction has been writing to the audit trail for long; try again')
    terminal.say(`${realm} webhook ${added.id}: added`)
    terminal.print(json ? jsonLine(added) : added.secret)
    await warnOfOtherKeys({ db, keys, terminal })
  }
}

/** A server with another secret cannot read what was encrypted here. */
async function warnOfOtherKeys({ db, keys, terminal }: Omit<Run, 'realm'>): Promise<void> {
  const unreadable = await unreadableWebhooks(db, keys)
  if (unreadable.length === 0) return
  terminal.say(
    `TOKEN_SECRET does not decrypt the secrets of webhooks ${unreadable.join(', ')}: is it that of the server?`
  )
}

async function rotate({ db, keys, realm, terminal }: Run, id: number, json: boolean): Promise<void> {
  const secret = await rotateSecret(db, keys, { realm, id })
  if (secret === undefined) throw missing(realm, id)
  terminal.say(`${realm} webhook ${id}: has a new secret`)
  terminal.print(json ? jsonLine({ id, secret }) : secret)
  await warnOfOtherKeys({ db, keys, terminal })
}

async function change({ db, realm, terminal }: Run, name: keyof typeof CHANGES, id: number): Promise<void> {
  const [work, done, nothing = done] = CHANGES[name]
  const isDone = await work(db, { realm, id })
  if (!isDone && !(await hasWebhook(db, { realm, id }))) throw missing(realm, id)
  terminal.say(`${realm} webhook ${id}: ${isDone ? done : nothing}`)
}

async function retry({ db, realm, terminal }: Run, id: number): Promise<void> {
  const webhook = await retryDeliveries(db, { realm, id })
  if (webhook === undefined) throw missing(realm, id)
  const { paused_because: reason } = webhook
  const when = reason === null ? 'now' : `after --resume ${id}: it is paused (${reason})`
  terminal.say(`${realm} webhook ${id}: its deliveries are due ${when}`)
}

const missing = (realm: string, id: number): Stop => new Stop(`${realm} has no webhook ${id}`)

async function printWebhooks({ db, realm, terminal: { print } }: Run, json: boolean): Promise<void> {
  const found = await listWebhooks(db, realm)
  if (!json) print(['id', 'url', 'actions', 'state', 'pending', 'failed', 'behind'].join('\t'))
  found.map(json ? jsonLine : webhookLine).forEach(print)
}

function webhookLine({ id, url, actions, failing_since: since, paused_because: reason, ...counts }: Webhook): string {
  const running = since === null ? 'delivers' : `failing since ${since}`
  const state = reason === null ? running : `paused: ${reason}`
  return [id, printable(url), actions?.join(',') ?? 'all', state, counts.pending, counts.failed, counts.behind].join(
    '\t'
  )
}

async function printDeliveries(
  { db, realm, terminal: { print } }: Run,
  id: number,
  { limit, json }: { limit: number; json: boolean }
): Promise<void> {
  const found = await listDeliveries(db, { realm, id }, limit)
  if (found === undefined) throw missing(realm, id)
  if (!json) print(['entry', 'time', 'action', 'attempts', 'next', 'reason'].join('\t'))
  found.map(json ? jsonLine : deliveryLine).forEach(print)
}

function deliveryLine(delivery: Delivery): string {
  const { event_id: entry, at, action, attempts, next_attempt: next, last_error: reason } = delivery
  return [entry, at, action ?? '-', attempts, next ?? 'given up', reason === null ? '-' : printable(reason)].join('\t')
}
