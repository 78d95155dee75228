import type { Knex } from 'knex'

/** The functions that count accounts, for the schema in which the counts are by now. */
export async function nameSharedSchema(db: Knex): Promise<void> {
  await db.raw(`
    create or replace function quintet.count_accounts(realm text, block integer, change integer)
    returns void language sql as $$
      insert into quintet.account_counts as c values (realm, block, pg_backend_pid() % 8, change)
      on conflict on constraint account_counts_pkey do update set accounts = c.accounts + change
    $$;

    create or replace function quintet.count_new_accounts() returns trigger language plpgsql as $$
      begin
        perform quintet.count_accounts(tg_argv[0], block, change::integer)
        from (
          select id / 4000 as block, count(*) as change from added where removed_at is null
          group by id / 4000 order by id / 4000
        ) blocks;
        return null;
      end
    $$;

    create or replace function quintet.count_changed_account() returns trigger language plpgsql as $$
      begin
        if old.removed_at is null then
          perform quintet.count_accounts(tg_argv[0], old.id / 4000, -1);
        end if;
        if tg_op = 'UPDATE' then
          if new.removed_at is null then
            perform quintet.count_accounts(tg_argv[0], new.id / 4000, 1);
          end if;
        end if;
        return null;
      end
    $$;
  `)
}
