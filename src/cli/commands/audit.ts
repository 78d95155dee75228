import { newestEntries } from '../../audit/newest.js'
import type { AuditEvent } from '../../audit/read.js'
import { auditActions } from '../../audit/record.js'
import { choice, flag, moment, rows, text } from '../option.js'
import { jsonLine, printable } from '../printable.js'
import { archiveTrail } from './archive.js'
import { command } from './command.js'

const DEFAULT_LIMIT = 100
const MOMENT = 'a day as 2026-11-29, which begins at midnight UTC, or a moment as 2026-11-29T08:00:00+08:00'

export const audit = command({
  summary: 'Prints the newest entries of the audit trail, between tabs.',
  details:
    'With --archive it prints nothing, but writes every month of the trail, of all realms, that is older than ' +
    'AUDIT_KEEP_DAYS and not archived yet to a new file, an entry of JSON a line. When the file is on the disk, the months count as ' +
    'archived, and the server drops them, at its start or within a minute. It drops nothing else, and nothing without ' +
    'AUDIT_KEEP_DAYS.',
  options: {
    archive: flag('Writes the months that expired to --file and lets the server drop them.'),
    file: text('path', 'The file for --archive; it must not be there yet.'),
    actor: text('name', 'Entries of what this account did.'),
    target: text('name', 'Entries of what was done to this account or role.'),
    action: choice('action', auditActions, 'Entries of this action.'),
    result: choice('result', ['done', 'failed'] as const, 'failed: passwords that were refused.'),
    since: moment('since', `Entries from then on: ${MOMENT}.`),
    until: moment('until', 'Entries before that.'),
    limit: rows('limit', `How many at most; ${DEFAULT_LIMIT} where it is not given.`),
    json: flag('Prints an object of JSON a line.')
  },
  async run({ db, realm }, { archive, file, limit = DEFAULT_LIMIT, json, ...filter }, terminal) {
    if (archive) return archiveTrail(db, file, terminal)
    const { print, say } = terminal
    const { action, result, since, until } = filter
    const [actor, target] = [filter.actor, filter.target].map((name) => name && (realm.storedName?.(name) ?? name))
    const wanted = { realm: realm.name, actor, target, action, result, since, until }
    const { events, more } = await newestEntries(db, wanted, limit)
    if (!json) print(['id', 'time', 'action', 'result', 'actor', 'target', 'detail', 'address', 'request'].join('\t'))
    events.map(json ? jsonLine : line).forEach(print)
    if (more) say(`the newest ${events.length}; --limit shows more`)
    return undefined
  }
})

function line(event: AuditEvent): string {
  const { id, at, action, result, actor_name: actor, target_name: target, detail, address, request_id: request } = event
  const cells = [id, at, action, result, actor, target, detail && JSON.stringify(detail), address, request]
  return cells.map((cell) => (cell === null ? '-' : printable(String(cell)))).join('\t')
}
