import type { Config } from '../../config/config.js'
import { databaseSchemas } from '../../config/database-schemas.js'
import { primaryUrl } from '../../config/database-url.js'
import { copyDatabase, CopyError, differs, type Compared } from '../../database/copy/copy.js'
import { hasEmbedded } from '../../database/connection/embedded.js'
import { migrate } from '../../database/migrations/migrate.js'
import { withDatabase } from '../terminal/database.js'
import { Stop, wrongUsage } from '../terminal/stop.js'
import { choice, needed, text } from '../terminal/option.js'
import { databaseCommand, type Terminal } from './command.js'

const PROGRESS_ROWS = 10_000

export const copy = databaseCommand({
  summary: 'Copies everything to an empty PostgreSQL database.',
  details:
    'Accounts, tasks, roles, rights, the audit trail and ended tokens of the database that the environment names. All of ' +
    'it is one transaction: when it fails or is interrupted, nothing is left in the target. It is kept only when every ' +
    'table holds the same rows on both sides, which the table at the end shows. Stop the server first: the embedded ' +
    'database belongs to one process, and what is written to PostgreSQL after the beginning is not copied. Attempts that ' +
    'are counted for limits stay behind.',
  options: {
    to: needed(
      text(
        'postgres url',
        'The target. Leave its password out and set PGPASSWORD, for other users of this machine see the command line.'
      )
    ),
    schema: choice(
      'schema',
      databaseSchemas,
      'DATABASE_SCHEMA of the target, where it is another than that of the source.'
    )
  },
  async runOnDatabase(config, { to, schema: databaseSchema = config.databaseSchema }, terminal) {
    const url = addressOf(to)
    if (config.databaseUrl === undefined && !hasEmbedded(config.dataDir)) {
      throw new Stop(`there is no database in ${config.dataDir}`)
    }
    try {
      await withDatabase(config, async (from) => {
        await migrate(from)
        await withDatabase(
          { ...config, databaseUrl: url, databaseReadUrl: undefined, databaseSchema },
          async (into) => {
            report(await copyDatabase(from, into, progressOf(terminal)), terminal)
          }
        )
      })
    } catch (error) {
      if (!(error instanceof CopyError)) throw error
      if (error.compared.length > 0) report(error.compared, terminal)
      throw new Stop(error.message)
    }
    terminal.say(hintOf(config))
  }
})

function addressOf(to: string): string {
  try {
    return primaryUrl(to, '--to')
  } catch (error) {
    throw wrongUsage((error as Error).message, 'copy')
  }
}

function progressOf({ say }: Terminal): (table: string, rows: number, total: number) => void {
  let shown = 0
  return (table, rows, total) => {
    if (rows < total && rows - shown < PROGRESS_ROWS) return
    shown = rows === total ? 0 : rows
    say(`${table}: ${rows} of ${total} rows`)
  }
}

function report(compared: Compared[], { print, say }: Terminal): void {
  print(['table', 'rows', 'sum', 'rows copied', 'sum copied', 'same'].join('\t'))
  for (const one of compared) {
    const { table, source, target } = one
    print([table, source.rows, source.sum, target.rows, target.sum, differs(one) ? 'no' : 'yes'].join('\t'))
  }
  if (compared.some(differs)) return
  const rows = compared.reduce((sum, { source }) => sum + source.rows, 0)
  say(`${rows} rows of ${compared.length} tables copied`)
}

function hintOf({ tokenSecret, dataDir }: Config): string {
  const secret = tokenSecret === undefined ? `TOKEN_SECRET_FILE=${dataDir}/token-secret` : 'the same TOKEN_SECRET'
  return `tokens go on when the server on the copy gets ${secret}`
}
