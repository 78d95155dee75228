import type { Knex } from 'knex'
import { foldedLetters } from '../fold.js'
import { SEARCHED } from './0010-account-search.js'

/**
 * What a search compares is folded as names are: NFKC and without regard to case, by a function of our own, for that
 * of PostgreSQL depends on the locale of the database, and knows no letter but ASCII in the locale C.
 */
export async function foldSearchTexts(db: Knex): Promise<void> {
  await createFold(db)
  for (const [schema, { table, name }] of Object.entries(SEARCHED)) {
    const textOf = (row: string): string =>
      `quintet.fold(${row}.${name} || chr(31) || ${row}.mobile || chr(31) || ${row}.email)`
    await db.raw(`
      lock table ${table} in share row exclusive mode;
      create or replace function ${schema}.keep_search_text() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then
            delete from ${schema}.search_texts where id = old.id;
          end if;
          if tg_op <> 'DELETE' then
            if new.removed_at is null then
              insert into ${schema}.search_texts values (new.id, ${textOf('new')});
            end if;
          end if;
          return null;
        end
      $$;
      update ${schema}.search_texts s set text = folded.text
        from (select a.id, ${textOf('a')} as text from ${table} a where a.removed_at is null) folded
        where s.id = folded.id and s.text <> folded.text;
    `)
  }
}

/** `foldForSearch` in PostgreSQL. */
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

/** A set of letters as a regular expression has it: the first and last of those that follow each other. */
function rangesOf(letters: string[]): string {
  const ranges: [first: number, last: number][] = []
  for (const code of letters.map((letter) => letter.codePointAt(0)!)) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === code - 1) range[1] = code
    else ranges.push([code, code])
  }
  return ranges.map((range) => [...new Set(range)].map((code) => String.fromCodePoint(code)).join('-')).join('')
}
