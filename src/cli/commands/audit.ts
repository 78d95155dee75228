import type { Knex } from 'knex'
import { realmNames, type RealmName } from '../../config/realm-names.js'
import { realmNamed } from '../../realms/realms.js'
import type { Config } from '../../config/config.js'
import { newestEntries, type TrailFilter } from '../../audit/newest.js'
import type { AuditEvent } from '../../audit/entries.js'
import { auditActions } from '../../audit/record.js'
import { migrate } from '../../database/migrations/migrate.js'
import { schemaNamed } from '../../database/schema/schema.js'
import { withDatabase } from '../terminal/database.js'
import { choice, flag, moment, rows, text } from '../terminal/option.js'
import { jsonLine, printable } from '../terminal/printable.js'
import { Stop, wrongUsage } from '../terminal/stop.js'
import { archiveTrail } from './archive.js'
import { databaseCommand, type Terminal } from './command.js'

const DEFAULT_LIMIT = 100
const MOMENT = 'a day as 2026-11-29, which begins at midnight UTC, or a moment as 2026-11-29T08:00:00+08:00'

export const audit = databaseCommand({
  summary: 'Prints the newest entries of the audit trail, between tabs.',
  details:
    'With --archive it prints nothing, but writes every month of the trail, of all realms, that is older than ' +
    'AUDIT_KEEP_DAYS and not archived yet to a new file, an entry of JSON a line. When the file is on the disk, the months count as ' +
    'archived, and the server drops them, at its start or within a minute. It drops nothing else, and nothing without ' +
    'AUDIT_KEEP_DAYS.',
  options: {
    realm: choice('realm', realmNames, 'Entries of this realm; without --archive it has to be given.'),
    archive: flag('Writes the months that expired to --file and lets the server drop them.'),
    file: text('path', 'The file for --archive; it must not be there yet.'),
    actor: text(
      'name',
      'Entries of what this account did; its name in any spelling that logs in, or a name that it had.'
    ),
    target: text('name', 'Entries of what was done to this account or role, found in the same way.'),
    action: choice('action', auditActions, 'Entries of this action.'),
    result: choice('result', ['done', 'failed'] as const, 'failed: passwords that were refused.'),
    since: moment('since', `Entries from then on: ${MOMENT}.`),
    until: moment('until', 'Entries before that.'),
    limit: rows('limit', `How many at most; ${DEFAULT_LIMIT} where it is not given.`),
    json: flag('Prints an object of JSON a line.')
  },
  async runOnDatabase(config, { archive, file, ...given }, terminal) {
    const work = archive ? archiving(config, file, given, terminal) : printing(file, given, terminal)
    await withDatabase(config, async (db) => {
      await migrate(db)
      await work(db)
    })
  }
})

type Work = (db: Knex) => Promise<void>

/** Throws `Stop` for options that go with printing only, and where it is not known what to archive and where. */
function archiving(
  { auditKeepDays: keepDays, databaseSchema }: Config,
  file: string | undefined,
  given: object,
  to: Terminal
): Work {
  const [ignored] = Object.keys(given)
  if (ignored !== undefined) throw wrongUsage(`audit --archive takes no --${ignored}`, 'audit')
  if (file === undefined) throw wrongUsage('audit --archive needs --file', 'audit')
  if (!schemaNamed(databaseSchema).hasMonths)
    throw new Stop(`DATABASE_SCHEMA=${databaseSchema} has no months of the audit trail to archive`)
  if (keepDays === undefined) throw new Stop('AUDIT_KEEP_DAYS is not set: no month of the audit trail expires')
  return (db) => archiveTrail(db, { file, keepDays }, to)
}

interface PrintOptions extends Omit<TrailFilter, 'realm' | 'from' | 'to'> {
  realm?: RealmName | undefined
  since?: Date | undefined
  until?: Date | undefined
  limit?: number | undefined
  json?: boolean | undefined
}

/** Throws `Stop` where it is not known what to print. */
function printing(file: string | undefined, given: PrintOptions, terminal: Terminal): Work {
  const { realm, limit = DEFAULT_LIMIT, json = false, since: from, until: to, ...filter } = given
  if (realm === undefined) throw wrongUsage('audit needs --realm, or --archive', 'audit')
  if (file !== undefined) throw wrongUsage('audit takes --file with --archive only', 'audit')
  return (db) => printNewest(db, storedNames({ ...filter, realm, from, to }), { limit, json, terminal })
}

function storedNames({ actor, target, ...filter }: TrailFilter & { realm: RealmName }): TrailFilter {
  const { storedName = (name: string) => name } = realmNamed(filter.realm)
  return { ...filter, actor: actor && storedName(actor), target: target && storedName(target) }
}

interface Printed {
  limit: number
  json: boolean
  terminal: Terminal
}

async function printNewest(db: Knex, filter: TrailFilter, { limit, json, terminal }: Printed): Promise<void> {
  const { print, say } = terminal
  const { events, more } = await newestEntries(db, filter, limit)
  if (!json) print(['id', 'time', 'action', 'result', 'actor', 'target', 'detail', 'address', 'request'].join('\t'))
  events.map(json ? jsonLine : line).forEach(print)
  if (more) say(`the newest ${events.length}; --limit shows more`)
}

function line(event: AuditEvent): string {
  const { id, at, action, result, actor_name: actor, target_name: target, detail, address, request_id: request } = event
  const cells = [id, at, action, result, actor, target, detail && JSON.stringify(detail), address, request]
  return cells.map((cell) => (cell === null ? '-' : printable(String(cell)))).join('\t')
}
