import type { Knex } from 'knex'

export const SEARCHED = {
  julong: { table: 'julong.users', name: 'username', id: 'integer' },
  back_office: { table: 'back_office.admins', name: 'name', id: 'text' }
}

/** Name, mobile and email of an account's row in small letters, with U+001F between them. */
export function textOf(row: string, name: string): string {
  return `lower(${row}.${name}) || chr(31) || lower(${row}.mobile) || chr(31) || lower(${row}.email)`
}

/**
 * What a search compares of each account that is not removed: name, mobile and email in small letters, with U+001F
 * between them, in a table as narrow as can be, which triggers keep within the change itself. Its statistics tell
 * which trigrams are frequent.
 */
export async function createAccountSearch(db: Knex): Promise<void> {
  for (const [schema, { table, name, id }] of Object.entries(SEARCHED)) {
    await db.raw(`
      create table ${schema}.search_texts (id ${id} primary key, text text not null);

      create function ${schema}.keep_search_text() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then
            delete from ${schema}.search_texts where id = old.id;
          end if;
          if tg_op <> 'DELETE' then
            if new.removed_at is null then
              insert into ${schema}.search_texts values (new.id, ${textOf('new', name)});
            end if;
          end if;
          return null;
        end
      $$;
      create trigger keep_search_text
        after insert or delete or update of id, ${name}, mobile, email, removed_at on ${table}
        for each row execute function ${schema}.keep_search_text();

      insert into ${schema}.search_texts
        select a.id, ${textOf('a', name)} from ${table} a where a.removed_at is null order by a.id;
      create index search_trigrams on ${schema}.search_texts using gin (text gin_trgm_ops);
      create statistics ${schema}.search_trigrams on (show_trgm(text)) from ${schema}.search_texts;
      analyze ${schema}.search_texts;
      drop index ${schema}.${table.split('.')[1]}_search;
    `)
  }
}
