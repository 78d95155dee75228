import { createReadStream } from 'node:fs'
import { importAccounts, type ImportEvents, type ImportResult } from '../../import-export/import.js'
import { linesOf, UnreadableFile } from '../../import-export/lines.js'
import { formats, recordsOf } from '../../import-export/records.js'
import { printable } from '../terminal/printable.js'
import { Stop } from '../terminal/stop.js'
import { choice, flag, needed, text } from '../terminal/option.js'
import { command, type Terminal } from './command.js'

/** Wrong lines that are shown; a file of another kind would have nothing but. */
const SHOWN_ERRORS = 20
const PROGRESS_EVERY = 20_000

const DETAILS =
  'Each account has name and password_hash (bcrypt or argon2), and as wanted disabled, created_at (from 1970 to now) and ' +
  "the realm's own columns. A file is UTF-8, with or without a byte order mark; blank lines are passed over. The first " +
  'row of a csv file names its columns; an empty cell is a column that is not there; a quoted one may have line breaks; ' +
  "a ' before what a spreadsheet would take for a formula is taken away. All accounts are imported or, when a line is wrong, none: the wrong lines are reported by number. " +
  'A name is taken as it is, also one that registration refuses, for its account exists elsewhere; list shows hidden characters of it as \\u{…}. ' +
  'bcrypt goes by the first 72 bytes of a password: whoever had a longer one logs in with these, or gets another by reset-password. ' +
  'Names that are taken are reported by line and left out, so that a file may be imported again. A role has its number ' +
  '(role_id) and its name (role), and a line is wrong where a role of that number has another name here; built-in roles need no name. ' +
  'At the end it says how many accounts were read, imported and left out.'

export const importRealm = command({
  summary: 'Reads accounts from a file as export writes it.',
  details: DETAILS,
  options: {
    file: needed(text('path', 'The file to read, or a pipe; - for standard input.')),
    format: choice('format', formats, 'The form of the file; csv where its name ends in .csv, ndjson where not.'),
    'dry-run': flag('Checks everything and says what would happen, but writes nothing.'),
    roles: flag(
      'Goes by the name of a role that was set up, whatever its number, and makes those that are missing, without rights.'
    ),
    'roles-by-number': flag('Takes the number of a role that was set up and has no name beside it.')
  },
  async run(context, given, terminal) {
    const { file, 'dry-run': dryRun = false } = given
    const format = given.format ?? (/\.csv$/i.test(file) ? 'csv' : 'ndjson')
    const records = recordsOf(format, context.realm, linesOf(bytesOf(file, terminal.input)))
    const options = { dryRun, createRoles: given.roles ?? false, rolesByNumber: given['roles-by-number'] ?? false }
    try {
      const result = await importAccounts(context, records, options, eventsOf(terminal))
      if (result.wrong > 0) throw new Stop(`${result.wrong} of ${result.read} accounts are wrong; nothing is imported`)
      summary(result, dryRun).forEach(terminal.say)
    } catch (error) {
      throw error instanceof UnreadableFile ? new Stop(`${printable(error.message)}; nothing is imported`) : error
    }
    return undefined
  }
})

/** The file is opened when its first bytes are read, so that what is wrong with it fails there and nowhere else. */
async function* bytesOf(file: string, input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* ['-', '/dev/stdin'].includes(file) ? input : createReadStream(file)
}

function eventsOf({ print, say }: Terminal): ImportEvents {
  let wrong = 0
  return {
    wrongLine(line, reason) {
      wrong += 1
      if (wrong <= SHOWN_ERRORS) say(`line ${line}: ${printable(reason)}`)
    },
    leftOut({ line, name, earlier }) {
      print(`line ${line}: ${printable(name)} ${earlier === null ? 'is taken' : `is the name of line ${earlier} too`}`)
    },
    progress(read) {
      if (read % PROGRESS_EVERY === 0) say(`${read} accounts read`)
    }
  }
}

function summary({ read, imported, taken, repeated, roles }: ImportResult, dryRun: boolean): string[] {
  const made = roles.map((name) => `role ${printable(name)} ${dryRun ? 'would be made' : 'is made'}, without rights`)
  const counts = [
    `${read} read`,
    `${imported} ${dryRun ? 'would be imported' : 'imported'}`,
    `${taken} left out because an account has their name`,
    `${repeated} left out because an earlier line has it`
  ]
  return [...made, counts.join(', ')]
}
