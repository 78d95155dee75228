import type { Knex } from 'knex'

const BATCH = 1_000

export interface ArchiveBatch {
  lines: string[]
  lastId: number
}

export async function* entriesOfPart(db: Knex, name: string): AsyncGenerator<ArchiveBatch> {
  let after: { at: string; id: number } | undefined
  for (;;) {
    const entries = db(`audit.${name} as e`)
    if (after !== undefined) void entries.whereRaw('(at, id) > (?, ?)', [after.at, after.id])
    const rows: { at: string; id: number; line: string }[] = await entries
      .orderBy(['at', 'id'])
      .limit(BATCH)
      .select('at', 'id', db.raw(`(to_jsonb(e) - '{actor_key,target_key}'::text[])::text as line`))
    const last = rows.at(-1)
    if (last === undefined) return
    yield { lines: rows.map(({ line }) => line), lastId: Math.max(...rows.map(({ id }) => id)) }
    after = last
  }
}

/** Notes that a partition is archived: from now on it is dropped when it is old enough. */
export async function noteArchived(db: Knex, name: string, lastId: number): Promise<void> {
  await db('audit.parts')
    .where({ name })
    .update({ archived_at: db.raw('now()'), last_id: lastId })
}
