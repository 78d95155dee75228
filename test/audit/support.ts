import type { Knex } from 'knex'
import type { RealmName } from '../../src/config/realm-names.js'

/** Who acts: one in two entries of the first, one in a thousand of the second, the others as often as each other. */
const ACTORS = `case when i % 2 = 0 then 'busy' when i % 1000 = 1 then 'seldom' else 'actor ' || i % 40 end`
const PER_STATEMENT = 500

/**
 * Fills a realm's trail with `count` entries at `at`, SQL that may name their number `i`. One in four is a logout, of the logins
 * those with the numbers 7, 27, 47 … failed.
 */
export async function fillTrail(db: Knex, count: number, at = 'now()', realm: RealmName = 'julong'): Promise<void> {
  for (let from = 1; from <= count; from += PER_STATEMENT) {
    await db.raw(
      `insert into audit.events (at, realm, action, result, actor_name, actor_key)
        select ${at}, ?, case when i % 4 = 0 then 'logout' else 'login' end,
          case when i % 20 = 7 then 'failed' else 'done' end, actor, actor
        from (select i, ${ACTORS} as actor from generate_series(?::integer, ?::integer) i) entry`,
      [realm, from, Math.min(count, from + PER_STATEMENT - 1)]
    )
  }
}

/** Names of the trail's partitions. */
export async function partsOf(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit.events'::regclass order by 1`
  )
  return rows.map(({ name }) => name)
}
