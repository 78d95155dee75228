import type { Knex } from 'knex'
import { foldedLetters } from '../fold.js'
import { rangesOf } from './letter-ranges.js'

/** The realms whose accounts are searched. */
export const SEARCHED = {
  julong: { table: 'julong.users', name: 'username', id: 'integer' },
  back_office: { table: 'back_office.admins', name: 'name', id: 'text' }
}

export const createKeepSearchText = (schema: string, table: string, name: string): string => `
      create trigger keep_search_text
        after insert or delete or update of id, ${name}, mobile, email, removed_at on ${table}
        for each row execute function ${schema}.keep_search_text();`

/**
 * What a search compares of each account that is not removed: name, mobile and email, folded and with U+001F between
 * them, in a table as narrow as can be, which triggers keep within the change itself. Its statistics tell which
 * trigrams are frequent. Every search reads to its end what waits to be put into the index: 256 KiB at most, not
 * PostgreSQL's 4 MiB.
 */
export async function createSearch(db: Knex): Promise<void> {
  await db.raw('create extension if not exists pg_trgm')
  await createFold(db)
  for (const [schema, { table, name, id }] of Object.entries(SEARCHED)) {
    await db.raw(`
      create table ${schema}.search_texts (id ${id} primary key, text text not null);
      create index search_trigrams on ${schema}.search_texts using gin (text gin_trgm_ops)
        with (gin_pending_list_limit = 256);
      create statistics ${schema}.search_trigrams on (show_trgm(text)) from ${schema}.search_texts;

      create function ${schema}.keep_search_text() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then
            delete from ${schema}.search_texts where id = old.id;
          end if;
          if tg_op <> 'DELETE' then
            if new.removed_at is null then
              insert into ${schema}.search_texts values (new.id,
                quintet.fold(new.${name} || chr(31) || new.mobile || chr(31) || new.email));
            end if;
          end if;
          return null;
        end
      $$;
      ${createKeepSearchText(schema, table, name)}
    `)
  }
}

/**
 * `foldForSearch` in PostgreSQL: NFKC and without regard to case, by a function of our own, for that of PostgreSQL
 * depends on the locale of the database, and knows no letter but ASCII in the locale C.
 */
async function createFold(db: Knex): Promise<void> {
  const letters = foldedLetters()
  const pattern = rangesOf(letters.map(([letter]) => letter))
  const map = JSON.stringify(Object.fromEntries(letters))
  await db.raw(`
    create function quintet.fold(value text) returns text
    language plpgsql immutable strict parallel safe as $$
      declare
        folded text;
        letter text;
      begin
        if octet_length(value) = char_length(value) then
          return lower(value collate "C");
        end if;
        folded := lower(normalize(value, NFKC) collate "C");
        for pass in 1..2 loop
          exit when folded collate "C" !~ '[${pattern}]';
          for letter in select distinct parts[1] from regexp_matches(folded collate "C", '[${pattern}]', 'g') matches (parts) loop
            folded := replace(folded, letter, '${map}'::jsonb ->> letter);
          end loop;
          folded := lower(normalize(folded, NFKC) collate "C");
        end loop;
        return folded;
      end
    $$`)
}
