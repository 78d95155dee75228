import type { Knex } from 'knex'

/** Of the accounts. Stepping through more of an index than this takes longer than comparing the accounts it leaves out. */
const FREQUENT = 0.2
const FRESH_MS = 60_000

interface Known {
  until: number
  trigrams: Promise<Set<string>>
}

const known = new WeakMap<Knex, Map<string, Known>>()

/**
 * Trigrams of small letters and digits that more than one account in five has, by the database's own statistics, at
 * most a minute old. They make searches fast and change nothing of what is found; none are known before `analyze`.
 */
export async function frequentTrigrams(db: Knex, searchTexts: string): Promise<Set<string>> {
  const tables = known.get(db) ?? new Map<string, Known>()
  known.set(db, tables)
  const held = tables.get(searchTexts)
  if (held !== undefined && held.until > performance.now()) return held.trigrams
  const trigrams = readTrigrams(db, searchTexts)
  tables.set(searchTexts, { until: performance.now() + FRESH_MS, trigrams })
  trigrams.catch(() => tables.delete(searchTexts))
  return trigrams
}

async function readTrigrams(db: Knex, searchTexts: string): Promise<Set<string>> {
  const { rows } = await db.raw<{ rows: { trigram: string }[] }>(
    `select trigram from pg_stats_ext_exprs s,
       unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (trigram, frequency)
     where schemaname || '.' || tablename = ? and trigram ~ '^[a-z0-9]{3}$' and frequency > ?`,
    [searchTexts, FREQUENT]
  )
  return new Set(rows.map(({ trigram }) => trigram))
}
