import knex from 'knex'
import { startPostgres } from '../support/postgres.js'
import { spawnServer } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const REPLICAS = 5

measuredTest(
  'five replicas started at once on an empty database: all come up, and it is migrated once',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    try {
      const url = await postgres.createDatabase('together')
      const env = { DATABASE_URL: url, DATA_DIR: postgres.folder, TOKEN_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' }
      const servers = await Promise.all(
        Array.from({ length: REPLICAS }, () => spawnServer({ ...env, APIS: 'waste-sorting' }))
      )
      const applied = await appliedMigrations(url)
      const codes = await Promise.all(servers.map((server) => server.end()))
      if (new Set(applied).size !== applied.length) throw new Error(`applied twice: ${applied.join(', ')}`)
      if (codes.some((code) => code !== 0)) throw new Error(`exit codes ${codes.join(', ')}`)
      return [
        { name: 'replicas ready', value: `${servers.length} of ${REPLICAS}` },
        { name: 'migrations applied, each once', value: String(applied.length) }
      ]
    } finally {
      await postgres.remove()
    }
  }
)

async function appliedMigrations(url: string): Promise<string[]> {
  const db = knex({ client: 'pg', connection: url })
  const rows: { name: string }[] = await db('quintet.knex_migrations').select('name')
  await db.destroy()
  return rows.map(({ name }) => name)
}
