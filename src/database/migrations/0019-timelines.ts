import type { Knex } from 'knex'

/** A row for each timeline of the primary on which lists were read from a replica: a replica that has it follows it. */
export async function createTimelines(db: Knex): Promise<void> {
  await db.raw(`
    create table quintet.timelines (
      -- The identifier of the cluster, so that rows of a restored dump mean nothing, and the timeline as in names of WAL files.
      timeline text primary key
    )
  `)
}

export async function dropTimelines(db: Knex): Promise<void> {
  await db.raw('drop table quintet.timelines')
}
