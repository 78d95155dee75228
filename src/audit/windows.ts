import type { Knex } from 'knex'
import { settled } from './settled.js'

/** Ids that are summarized at once. */
const WINDOW = 10_000

/** Ids above `from`, up to `to`. */
export interface Window {
  from: number
  to: number
}

export interface Summary {
  /** The table whose only row has the last id that is summarized. Each summary has its own: an older server knows fewer. */
  progress: string
  add: (transaction: Knex, window: Window) => Promise<void>
}

/** Summarizes what has come since, in whole windows of ids, until `signal` aborts. Replicas take turns. */
export async function summarize(db: Knex, summary: Summary, signal?: AbortSignal): Promise<void> {
  while (signal?.aborted !== true && (await summarizeWindow(db, summary)));
}

/** False where there is no whole window, somebody may still write into it, or another replica is at it. */
async function summarizeWindow(db: Knex, { progress, add }: Summary): Promise<boolean> {
  const {
    rows: [{ done, last }]
  } = await db.raw<{ rows: [{ done: number; last: number }] }>(
    'select progress.id as done, last_value as last from ?? as progress, audit.events_id_seq',
    [progress]
  )
  if (last < done + WINDOW || !(await settled(db))) return false
  return db.transaction(async (transaction) => {
    const mine: unknown = await transaction(progress).where({ id: done }).forUpdate().skipLocked().first()
    if (mine === undefined) return false
    await add(transaction, { from: done, to: done + WINDOW })
    await transaction(progress).update({ id: done + WINDOW })
    return true
  })
}
