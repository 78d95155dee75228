import type { Knex } from 'knex'
import { realmNames } from '../config/realm-names.js'
import { settled } from './settled.js'

/*
 * Every thousandth entry has a mark, so that totals and far pages of millions of entries are found by counting marks,
 * and less than some thousand entries beside them. Entries never change, and so neither do their marks.
 */

/** Entries from one mark to the next, that one included. */
export const MARK_EVERY = 1_000
/** Ids that get their marks at once. */
const WINDOW = 10_000
/** Rarer actors and actions get their mark later, when they are more frequent, or never: they are counted one by one. */
const FREQUENT = 10

/** What a trail can be filtered by, as columns of the entries. */
const KEYS = [[], ['action'], ['actor_key'], ['action', 'actor_key']] as const

/** Sets the marks of what has come since, in whole windows of ids. Replicas take turns. */
export async function setMarks(db: Knex, signal?: AbortSignal): Promise<void> {
  while (signal?.aborted !== true && (await setWindow(db)));
}

/** False where there is no whole window, somebody may still write into it, or another replica is at it. */
async function setWindow(db: Knex): Promise<boolean> {
  const {
    rows: [{ done, last }]
  } = await db.raw<{ rows: [{ done: number; last: number }] }>(
    'select progress.id as done, last_value as last from audit.progress, audit.events_id_seq'
  )
  if (last < done + WINDOW || !(await settled(db))) return false
  return db.transaction(async (transaction) => {
    const mine: unknown = await transaction('audit.progress').where({ id: done }).forUpdate().skipLocked().first()
    if (mine === undefined) return false
    for (const key of KEYS) {
      await transaction.raw(marksStatement(key), { realms: [...realmNames], from: done, to: done + WINDOW })
    }
    await transaction('audit.progress').update({ id: done + WINDOW })
    return true
  })
}

function marksStatement(key: readonly string[]): string {
  const [action, actor] = [key.includes('action') ? 'action' : `''`, key.includes('actor_key') ? 'actor_key' : `''`]
  return `
    insert into audit.marks (realm, action, actor, id)
    select frequent.realm, frequent.action, frequent.actor, entry.id
    from (
      select realm, ${action} as action, ${actor} as actor from audit.events
      where realm = any(:realms) and id > :from and id <= :to and ${actor} is not null
      group by 1, 2, 3 having count(*) >= ${FREQUENT}
    ) frequent
    cross join lateral (
      select coalesce(max(id), 0) as id from audit.marks m
      where m.realm = frequent.realm and m.action = frequent.action and m.actor = frequent.actor
    ) mark
    cross join lateral (
      select e.id, row_number() over (order by e.id) as number from audit.events e
      where e.realm = frequent.realm and e.id > mark.id and e.id <= :to
        ${key.includes('action') ? 'and e.action = frequent.action' : ''}
        ${key.includes('actor_key') ? 'and e.actor_key = frequent.actor' : ''}
    ) entry
    where entry.number % ${MARK_EVERY} = 0`
}
