import type { KeyObject } from 'node:crypto'
import type { Knex } from 'knex'
import { record, type AuditAction } from '../audit/record.js'
import { settled } from '../audit/settled.js'
import type { Timestamp } from '../database/types.js'
import { LAST_ID } from './queue.js'
import { sealSecret } from './secrets.js'
import { newWebhookSecret } from './signature.js'

const PREVIOUS_SECRET_SIGNS = '24 hours'

export interface Webhook {
  id: number
  url: string
  /** Null for all. */
  actions: string[] | null
  created_at: Timestamp
  failing_since: Timestamp | null
  paused_because: string | null
  /** Deliveries that are not made yet, and those that were given up. */
  pending: number
  failed: number
  /** Ids of the trail that are not looked at yet, of all realms. */
  behind: number
}

export interface Key {
  realm: string
  id: number
}

interface Added {
  realm: string
  url: string
  /** All where it is left out. */
  actions?: string[] | undefined
}

const webhooks = (db: Knex): Knex.QueryBuilder => db('quintet.webhooks')

export async function listWebhooks(db: Knex, realm: string): Promise<Webhook[]> {
  const count = (condition: string): string =>
    `(select count(*) from quintet.webhook_deliveries where webhook_id = w.id and failed_at is ${condition})`
  const { rows } = await db.raw<{ rows: Webhook[] }>(
    `select id, url, actions, created_at, failing_since, paused_because, ${count('null')} as pending,
      ${count('not null')} as failed, ${LAST_ID} - position as behind
    from quintet.webhooks w where realm = ? order by id`,
    [realm]
  )
  return rows
}

/**
 * Adds a webhook, which gets every entry of the trail that is committed after this returns. Returns its id and its secret,
 * which is stored encrypted; undefined where transactions that write to the trail last too long.
 */
export async function addWebhook(
  db: Knex,
  keys: KeyObject[],
  { realm, url, actions }: Added
): Promise<{ id: number; secret: string } | undefined> {
  const {
    rows: [{ position }]
  } = await db.raw<{ rows: [{ position: number }] }>(`select ${LAST_ID} as position`)
  // Those that were given an id up to that have ended then.
  if (!(await settled(db))) return undefined
  return db.transaction(async (transaction) => {
    const added = webhooks(transaction)
      .insert({ realm, url, actions: actions ?? null, position, secret: '' })
      .returning('id')
    const [{ id }] = (await added) as [{ id: number }]
    const secret = newWebhookSecret()
    await webhooks(transaction)
      .where({ id })
      .update({ secret: sealSecret(keys, id, secret) })
    await note(transaction, 'webhook-add', { realm, id, url })
    return { id, secret }
  })
}

/** Returns the new secret, beside which the one before it signs for a day; undefined where there is no such webhook. */
export async function rotateSecret(db: Knex, keys: KeyObject[], key: Key): Promise<string | undefined> {
  const secret = newWebhookSecret()
  const changed = await change(db, 'webhook-secret', key, (webhook) =>
    webhook.update({
      secret: sealSecret(keys, key.id, secret),
      previous_secret: db.ref('secret'),
      previous_until: db.raw(`now() + interval '${PREVIOUS_SECRET_SIGNS}'`)
    })
  )
  return changed ? secret : undefined
}

/** Returns whether there was such a webhook. */
export async function removeWebhook(db: Knex, key: Key): Promise<boolean> {
  return change(db, 'webhook-remove', key, (webhook) => webhook.del())
}

/** Returns false where there is no such webhook, or it is paused already. */
export async function pauseWebhook(db: Knex, key: Key): Promise<boolean> {
  const paused = { paused_at: db.raw('now()'), paused_because: 'by an operator' }
  return change(db, 'webhook-pause', key, (webhook) => webhook.whereNull('paused_at').update(paused))
}

/** Goes on where it was paused, at once. Returns false where there is no such webhook, or it is not paused. */
export async function resumeWebhook(db: Knex, key: Key): Promise<boolean> {
  const resumed = { paused_at: null, paused_because: null }
  return db.transaction(async (transaction) => {
    const running = (webhook: Knex.QueryBuilder): Knex.QueryBuilder => webhook.whereNotNull('paused_at').update(resumed)
    if (!(await change(transaction, 'webhook-resume', key, running))) return false
    await tryAgain(transaction, key)
    return true
  })
}

export async function hasWebhook(db: Knex, { realm, id }: Key): Promise<boolean> {
  return (await webhooks(db).where({ realm, id }).first('id')) !== undefined
}

/** Makes what waits for its next attempt, and what was given up, due now. Undefined where there is no such webhook. */
export async function retryDeliveries(db: Knex, key: Key): Promise<PausedOrNot | undefined> {
  return db.transaction((transaction) => tryAgain(transaction, key, { failed_at: null }))
}

type PausedOrNot = Pick<Webhook, 'paused_because'>

async function tryAgain(db: Knex, { realm, id }: Key, ofGivenUp?: object): Promise<PausedOrNot | undefined> {
  const now = db.raw('now()')
  const again = { failures: 0, failing_since: null, retry_at: now }
  const changed = webhooks(db).where({ realm, id }).update(again).returning('paused_because')
  const [webhook] = (await changed) as PausedOrNot[]
  if (webhook === undefined) return undefined
  const waiting = db('quintet.webhook_deliveries').where({ webhook_id: id })
  if (ofGivenUp === undefined) void waiting.whereNull('failed_at')
  await waiting.update({ attempts: 0, next_attempt: now, ...ofGivenUp })
  return webhook
}

/** Changes a webhook, with an entry of the trail; returns whether it was changed. */
async function change(
  db: Knex,
  action: AuditAction,
  { realm, id }: Key,
  work: (webhook: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const changed = work(webhooks(transaction).where({ realm, id })).returning('url')
    const [webhook] = (await changed) as Pick<Webhook, 'url'>[]
    if (webhook !== undefined) await note(transaction, action, { realm, id, ...webhook })
    return webhook !== undefined
  })
}

/** Who does it is an operator at the command line. The path of an address may be secret. */
async function note(db: Knex, action: AuditAction, { realm, id, url }: Key & Pick<Webhook, 'url'>): Promise<void> {
  const origin = { actor: null, address: null, userAgent: null, requestId: null }
  await record(
    db,
    { realm: { name: realm }, origin },
    { action, target: { name: `webhook ${id}, ${new URL(url).origin}` } }
  )
}
