import { undoMigration } from '../../database/migrations/migrate.js'
import { withDatabase } from '../terminal/database.js'
import { needed, text } from '../terminal/option.js'
import { databaseCommand } from './command.js'

export const undo = databaseCommand({
  summary: 'Undoes the newest migration, once every server of the version that applied it has stopped.',
  details:
    'It refuses while PostgreSQL has sessions of such servers; it does not see those whose address has an application_name, ' +
    'and not all of those behind PgBouncer. Servers of the version before may run meanwhile. What only the tables and ' +
    'columns of the migration hold is lost. The next start of the newer version applies it again, and so does each of its ' +
    'other commands, but for migrations.',
  options: { name: needed(text('migration', 'The newest migration, as the command migrations prints it.')) },
  async runOnDatabase(config, { name }, { say }) {
    await withDatabase(config, (db) => undoMigration(db, name))
    say(`${name}: undone`)
  }
})
