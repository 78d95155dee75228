import type { Knex } from 'knex'
import { record, type AuditAction, type Origin } from '../audit/record.js'
import type { Realm } from '../realms/realm.js'
import { findByName } from './find.js'
import { DomainError } from '../domain-error.js'

interface FullWindow {
  realm: Realm
  origin: Origin
  action: AuditAction
  /** The name that was tried; undefined where it is the address that had too many tries. */
  name: string | undefined
  /** Milliseconds since 1970. */
  ends: number
  /** Refused tries that no entry stands for yet. */
  tries: number
}

interface Tried {
  name: string
  action: AuditAction
}

/**
 * Records refused tries in two audit entries for each window and account or address: the first try, and the rest. Counts in
 * the memory of this process.
 */
export class RefusedTries {
  readonly #windows = new Map<string, FullWindow>()

  /** Counts a try that ended with `error`, where that is a refusal by a full counter. */
  async note(context: { db: Knex; realm: Realm; origin: Origin }, tried: Tried, error: unknown): Promise<void> {
    const full = fullWindow(context, tried, error)
    if (full === undefined) return
    const { key, window } = full
    const before = this.#windows.get(key)
    if (before !== undefined && Date.now() < before.ends) {
      before.tries += 1
      return
    }
    this.#windows.set(key, window)
    if (before !== undefined) await recordTries(context.db, before)
    await recordTries(context.db, { ...window, tries: 1 })
  }

  /** Records what was counted in windows that ended before `now` (milliseconds since 1970). */
  async recordEnded(db: Knex, now: number): Promise<void> {
    for (const [key, window] of this.#windows) {
      if (window.ends > now) continue
      this.#windows.delete(key)
      await recordTries(db, window).catch((error: unknown) => {
        this.#windows.set(key, window)
        throw error
      })
    }
  }
}

/** The window that begins with this error, and the key of its counter; undefined for another error. */
function fullWindow(
  { realm, origin }: { realm: Realm; origin: Origin },
  { name, action }: Tried,
  error: unknown
): { key: string; window: FullWindow } | undefined {
  if (!(error instanceof DomainError) || error.code !== 'too-many-attempts') return undefined
  const { retryAfter, counter } = (error as DomainError<'too-many-attempts'>).details
  if (counter === undefined) return undefined
  const ends = Date.now() + retryAfter * 1000
  const target = counter.of === 'account' ? name : undefined
  return { key: `${counter.of} ${counter.key}`, window: { realm, origin, action, name: target, ends, tries: 0 } }
}

async function recordTries(db: Knex, { realm, origin, action, name, tries }: FullWindow): Promise<void> {
  if (tries === 0) return
  const account = name === undefined ? undefined : await findByName(db, realm, name)
  const target = account ?? { name }
  await record(db, { realm, origin }, { action, result: 'failed', target, detail: { refused: tries } })
}
