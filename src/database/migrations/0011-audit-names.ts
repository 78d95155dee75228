import type { Knex } from 'knex'
import { keyOf } from '../name-key.js'

const BATCH = 1_000

/** Columns by which the audit trail finds names in any spelling, in place of the names themselves. */
export async function findAuditNames(db: Knex): Promise<void> {
  await db.raw(`
    alter table audit.events add column actor_key text, add column target_key text;
    create temporary table name_keys (name text primary key, key text not null) on commit drop;
  `)
  await keepKeys(db)
  await db.raw(`
    alter table audit.events disable trigger append_only;
    update audit.events set
      actor_key = (select key from name_keys where name = actor_name),
      target_key = (select key from name_keys where name = target_name)
    where coalesce(actor_name, target_name) is not null;
    alter table audit.events enable trigger append_only;

    drop index audit.events_actor, audit.events_actor_action, audit.events_target;
    create index events_actor on audit.events (realm, actor_key, id) where actor_key is not null;
    create index events_actor_action on audit.events (realm, actor_key, action, id) where actor_key is not null;
    create index events_target on audit.events (realm, target_key, id) where target_key is not null;

    -- The server sets them again, by keys.
    delete from audit.marks;
    update audit.progress set id = 0;
  `)
}

/** PostgreSQL has no function that folds names as logins do. */
async function keepKeys(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select actor_name as name from audit.events where actor_name is not null
     union select target_name from audit.events where target_name is not null`
  )
  for (let from = 0; from < rows.length; from += BATCH) {
    await db('name_keys').insert(rows.slice(from, from + BATCH).map(({ name }) => ({ name, key: keyOf(name) })))
  }
}
