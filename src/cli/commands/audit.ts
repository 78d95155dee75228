import { pageOfAudit, type AuditEvent } from '../../audit/read.js'
import { printable } from '../printable.js'
import { rows, text } from '../option.js'
import { command } from './command.js'

const DEFAULT_LIMIT = 100

export const audit = command({
  summary: 'Prints the newest entries of the audit trail, between tabs.',
  options: {
    actor: text('name', 'Entries of what this account did.'),
    action: text('action', 'Entries of this action.'),
    limit: rows('limit', `How many entries at most; ${DEFAULT_LIMIT} where it is not given.`)
  },
  async run({ db, realm }, { actor, action, limit = DEFAULT_LIMIT }, { print, say }) {
    const filter = { realm: realm.name, actor, action }
    const { total, events } = await pageOfAudit(db, filter, { page: 1, size: limit })
    print(['id', 'time', 'action', 'result', 'actor', 'target', 'detail', 'address', 'request'].join('\t'))
    events.map(line).forEach(print)
    if (total > events.length) say(`the newest ${events.length} of ${total}; --limit shows more`)
    return undefined
  }
})

function line(event: AuditEvent): string {
  const { id, at, action, result, actor_name: actor, target_name: target, detail, address, request_id: request } = event
  const cells = [id, at, action, result, actor, target, detail && JSON.stringify(detail), address, request]
  return cells.map((cell) => (cell === null ? '-' : printable(String(cell)))).join('\t')
}
