import type { Knex } from 'knex'
import { record, type AuditAction, type Origin } from '../audit/record.js'
import type { Realm } from '../realms/realm.js'
import { findByName } from './find.js'
import { DomainError } from '../domain-error.js'

/** A window in which a counter is full, since its first refused try. */
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

/** Records refused tries in two audit entries for each window and account or address: the first try, and the rest. */
export interface RefusedTries {
  /** Counts a try that ended with `error`, where that is a refusal by a full counter. */
  note(
    context: { db: Knex; realm: Realm; origin: Origin },
    tried: { name: string; action: AuditAction },
    error: unknown
  ): Promise<void>
  /** Records what was counted in windows that ended before `now` (milliseconds since 1970). */
  recordEnded(db: Knex, now: number): Promise<void>
}

/** Counts in the memory of this process. */
export function createRefusedTries(): RefusedTries {
  const windows = new Map<string, FullWindow>()
  return {
    async note({ db, realm, origin }, { name, action }, error) {
      if (!(error instanceof DomainError) || error.code !== 'too-many-attempts') return
      const { retryAfter, counter } = (error as DomainError<'too-many-attempts'>).details
      if (counter === undefined) return
      const key = `${counter.of} ${counter.key}`
      const before = windows.get(key)
      if (before !== undefined && Date.now() < before.ends) {
        before.tries += 1
        return
      }
      const ends = Date.now() + retryAfter * 1000
      const target = counter.of === 'account' ? name : undefined
      const window = { realm, origin, action, name: target, ends, tries: 0 }
      windows.set(key, window)
      if (before !== undefined) await recordTries(db, before)
      await recordTries(db, { ...window, tries: 1 })
    },
    async recordEnded(db, now) {
      for (const [key, window] of windows) {
        if (window.ends > now) continue
        windows.delete(key)
        await recordTries(db, window).catch((error: unknown) => {
          windows.set(key, window)
          throw error
        })
      }
    }
  }
}

async function recordTries(db: Knex, { realm, origin, action, name, tries }: FullWindow): Promise<void> {
  if (tries === 0) return
  const account = name === undefined ? undefined : await findByName(db, realm, name)
  const target = account ?? { name }
  await record(db, { realm, origin }, { action, result: 'failed', target, detail: { refused: tries } })
}
