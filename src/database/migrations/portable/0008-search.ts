import type { Knex } from 'knex'
import { SEARCHED } from '../0008-search.js'

/**
 * What a search compares of each account that is not removed: name, mobile and email, folded and with U+001F between them.
 * The database computes it when the account is written, for to fold all of them takes longer than a search may.
 */
export async function createSearch(db: Knex): Promise<void> {
  for (const [schema, { table, name }] of Object.entries(SEARCHED)) {
    await db.raw(`
      alter table ${table} add column search_text text
        generated always as (quintet.fold(${name} || chr(31) || mobile || chr(31) || email)) stored;
      create view ${schema}.search_texts as select id, search_text as text from ${table} where removed_at is null`)
  }
}
