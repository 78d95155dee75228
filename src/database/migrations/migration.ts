import type { Knex } from 'knex'

type Step = (db: Knex) => Promise<void>

/** How it is applied and undone. One of before 0018 is a step alone, and cannot be undone. */
export type Migration = Step | { up: Step; down: Step }

export function sourceOf(migrations: Record<string, Migration>): Knex.MigrationSource<string> {
  return {
    getMigrations: () => Promise.resolve(Object.keys(migrations)),
    getMigrationName: (name) => name,
    getMigration: (name) => Promise.resolve(stepsOf(name, migrations[name]))
  }
}

function stepsOf(name: string, migration?: Migration): { up: Step; down: Step } {
  if (migration === undefined) throw new Error(`there is no migration ${name}`)
  if (typeof migration !== 'function') return migration
  return { up: migration, down: () => Promise.reject(new Error(`the migration ${name} cannot be undone`)) }
}
