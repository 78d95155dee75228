import type { Knex } from 'knex'
import { SEARCHED, textOf } from './0010-account-search.js'

/** The tables of search texts in two parts by a hash of the id, each with its own index: two searches of half the work. */
export async function partSearchTexts(db: Knex): Promise<void> {
  for (const [schema, { table, name, id }] of Object.entries(SEARCHED)) {
    await db.raw(`
      lock table ${table} in share row exclusive mode;
      drop table ${schema}.search_texts;
      create table ${schema}.search_texts (id ${id} primary key, text text not null) partition by hash (id);
      create table ${schema}.search_texts_0 partition of ${schema}.search_texts
        for values with (modulus 2, remainder 0);
      create table ${schema}.search_texts_1 partition of ${schema}.search_texts
        for values with (modulus 2, remainder 1);
      insert into ${schema}.search_texts
        select a.id, ${textOf('a', name)} from ${table} a where a.removed_at is null order by a.id;
      create index search_trigrams on ${schema}.search_texts using gin (text gin_trgm_ops);
      create statistics ${schema}.search_trigrams on (show_trgm(text)) from ${schema}.search_texts_0;
      analyze ${schema}.search_texts;
    `)
  }
}
