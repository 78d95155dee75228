import { realmNames } from '../config/realm-names.js'
import type { AuditEvent } from './entries.js'
import type { Summary } from './windows.js'

/*
 * Every thousandth entry has a mark, so that totals and far pages of millions of entries are found by counting marks,
 * and less than some thousand entries beside them. Entries never change, and so neither do their marks.
 */

/** Entries from one mark to the next, that one included. */
export const MARK_EVERY = 1_000
/** Rarer actors and actions get their mark later, when they are more frequent, or never: they are counted one by one. */
const FREQUENT = 10

/** What a trail can be filtered by: columns of the entries, and a result. */
interface Key {
  action: boolean
  actor: boolean
  result: '' | AuditEvent['result']
}

const KEYS = (['', 'done', 'failed'] as const).flatMap((result): Key[] => [
  { action: false, actor: false, result },
  { action: true, actor: false, result },
  { action: false, actor: true, result },
  { action: true, actor: true, result }
])

/** Sets the marks of what has come since. */
export const marks: Summary = {
  progress: 'audit.progress',
  async add(transaction, window) {
    for (const key of KEYS) await transaction.raw(marksStatement(key), { realms: [...realmNames], ...window })
  }
}

function marksStatement({ action, actor, result }: Key): string {
  const ofResult = result === '' ? '' : `and result = '${result}'`
  return `
    insert into audit.marks (realm, action, actor, result, id)
    select frequent.realm, frequent.action, frequent.actor, '${result}', entry.id
    from (
      select realm, ${action ? 'action' : `''`} as action, ${actor ? 'actor_key' : `''`} as actor from audit.events
      where realm = any(:realms) and id > :from and id <= :to ${actor ? 'and actor_key is not null' : ''} ${ofResult}
      group by 1, 2, 3 having count(*) >= ${FREQUENT}
    ) frequent
    cross join lateral (
      select coalesce(max(id), 0) as id from audit.marks m
      where m.realm = frequent.realm and m.action = frequent.action and m.actor = frequent.actor and m.result = '${result}'
    ) mark
    cross join lateral (
      select e.id, row_number() over (order by e.id) as number from audit.events e
      where e.realm = frequent.realm and e.id > mark.id and e.id <= :to ${ofResult}
        ${action ? 'and e.action = frequent.action' : ''}
        ${actor ? 'and e.actor_key = frequent.actor' : ''}
    ) entry
    where entry.number % ${MARK_EVERY} = 0`
}
