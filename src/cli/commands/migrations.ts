import { migrationStates, type MigrationState } from '../../database/migrations/migrate.js'
import { withDatabase } from '../terminal/database.js'
import { flag } from '../terminal/option.js'
import { jsonLine } from '../terminal/printable.js'
import { databaseCommand } from './command.js'

export const migrations = databaseCommand({
  summary: 'Prints the migrations of the database in their order, and when each was applied, between tabs.',
  details:
    'pending is one that the next start of a server of this version applies; newer one that this version does not know. It ' +
    'changes nothing.',
  options: { json: flag('Prints an object of JSON a line.') },
  async runOnDatabase(config, { json }, { print }) {
    await withDatabase(config, async (db) => {
      const states = (await migrationStates(db)).map(shown)
      if (!json) print(['migration', 'state', 'applied'].join('\t'))
      states.map(json ? jsonLine : line).forEach(print)
    })
  }
})

function shown({ name, known, appliedAt }: MigrationState) {
  return { name, state: appliedAt === null ? 'pending' : known ? 'applied' : 'newer', applied_at: appliedAt }
}

function line({ name, state, applied_at: at }: ReturnType<typeof shown>): string {
  return [name, state, at ?? '-'].join('\t')
}
