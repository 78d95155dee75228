import type { Knex } from 'knex'

/** The form under which a name is unique. */
const canonical = (column: string) => `btrim(quintet.fold(${column}))`

/**
 * Makes the names of julong's roles unique, as those of accounts are. Where several have one name, the first keeps it
 * and the others get their number behind it: `编辑 (42)`.
 */
export async function makeRoleNamesUnique(db: Knex): Promise<void> {
  await db.raw(`
    lock table julong.roles in share row exclusive mode;
    do $$
      begin
        loop
          update julong.roles later set name = later.name || ' (' || later.id || ')'
            where exists (
              select from julong.roles first
              where first.id < later.id and ${canonical('first.name')} = ${canonical('later.name')}
            );
          exit when not found;
        end loop;
      end
    $$;
    create unique index roles_name on julong.roles (${canonical('name')});
  `)
}
