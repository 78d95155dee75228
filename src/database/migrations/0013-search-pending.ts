import type { Knex } from 'knex'
import { SEARCHED } from './0010-account-search.js'

/**
 * What waits to be put into an index on trigrams is read to its end by every search: 256 KiB of it in each part, not the
 * 4 MiB that PostgreSQL lets it grow to.
 */
export async function shortenSearchPending(db: Knex): Promise<void> {
  for (const schema of Object.keys(SEARCHED)) {
    // An index of partitions takes no settings; those of its parts do.
    await db.raw(`
      alter index ${schema}.search_texts_0_text_idx set (gin_pending_list_limit = 256);
      alter index ${schema}.search_texts_1_text_idx set (gin_pending_list_limit = 256);
    `)
  }
}
