import type { KeyObject } from 'node:crypto'
import type { Knex } from 'knex'
import { deriveSealKeys, seal, unseal } from '../tokens/secret-box.js'

const COLUMNS = ['secret', 'previous_secret'] as const

export function deriveWebhookKeys(secret: string, previous?: string): KeyObject[] {
  return deriveSealKeys('webhook', secret, previous)
}

const ownerOf = (id: number): string => `webhook ${id}`

export function sealSecret(keys: KeyObject[], id: number, secret: string): string {
  return seal(keys, ownerOf(id), secret)
}

/** Undefined where none of the keys decrypts it. */
export function openSecret(keys: KeyObject[], id: number, sealed: string): string | undefined {
  return unseal(keys, ownerOf(id), sealed)?.secret
}

/** Webhooks whose secrets none of the keys decrypts. */
export async function unreadableWebhooks(db: Knex, keys: KeyObject[]): Promise<number[]> {
  const rows = (await db('quintet.webhooks').select('id', 'secret').orderBy('id')) as { id: number; secret: string }[]
  return rows.filter(({ id, secret }) => openSecret(keys, id, secret) === undefined).map(({ id }) => id)
}

type Row = { id: number } & Record<(typeof COLUMNS)[number], string | null>

/** Encrypts with the first key what only another one decrypts; what none decrypts stays. */
export async function encryptWebhooksAnew(db: Knex, keys: KeyObject[]): Promise<void> {
  const rows = (await db('quintet.webhooks').select('id', ...COLUMNS)) as Row[]
  for (const { id, ...sealed } of rows) {
    for (const column of COLUMNS) await encryptColumn(db, keys, { id, column, sealed: sealed[column] })
  }
}

interface Sealed {
  id: number
  column: (typeof COLUMNS)[number]
  sealed: string | null
}

async function encryptColumn(db: Knex, keys: KeyObject[], { id, column, sealed }: Sealed): Promise<void> {
  const opened = sealed === null ? undefined : unseal(keys, ownerOf(id), sealed)
  if (opened === undefined || !opened.outdated) return
  await db('quintet.webhooks')
    .where({ id, [column]: sealed })
    .update({ [column]: sealSecret(keys, id, opened.secret) })
}
