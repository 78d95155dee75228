import type { Knex } from 'knex'

/** How far the import of a file has come, so that an interrupted one goes on where it was. */
export async function createImports(db: Knex): Promise<void> {
  await db.raw(`
    create table imports (
      realm text not null,
      source text not null,
      line integer not null,
      updated_at timestamptz not null default now(),
      primary key (realm, source)
    );
  `)
}
