import { pageOfSessions, type Session } from '../../sessions/list.js'
import { flag, rows, text } from '../terminal/option.js'
import { jsonLine, printable } from '../terminal/printable.js'
import { accountOf, command } from './command.js'

const DEFAULT_LIMIT = 100
const COLUMNS = ['id', 'name', 'begun', 'renewed', 'expires', 'address', 'device']

export const sessions = command({
  summary: 'Prints who is logged in, between tabs: the sessions whose tokens can be used, the newest first.',
  details: 'A login from before sessions were recorded is not printed.',
  options: {
    name: text('name', 'The sessions of this account.'),
    limit: rows('limit', `How many at most; ${DEFAULT_LIMIT} where it is not given.`),
    json: flag('Prints an object of JSON a line.')
  },
  async run(context, { name, limit = DEFAULT_LIMIT, json }, { print, say }) {
    const accountId = name === undefined ? undefined : (await accountOf(context, name)).id
    const page = { page: 1, size: limit, accountId }
    const { total, sessions } = await pageOfSessions(context.db, context.realm, undefined, page)
    if (!json) print(COLUMNS.join('\t'))
    sessions.map(json ? jsonObject : line).forEach(print)
    if (total > limit) say(`the newest ${limit} of ${total}; --limit shows more`)
    return undefined
  }
})

function jsonObject({ id, accountId, name, begunAt, renewedAt, expiresAt, address, device }: Session): string {
  const times = { begun_at: begunAt, renewed_at: renewedAt, expires_at: expiresAt }
  return jsonLine({ id, account_id: accountId, name, ...times, address, device })
}

function line({ id, name, begunAt, renewedAt, expiresAt, address, device }: Session): string {
  const cells = [id, name, begunAt, renewedAt, expiresAt, address, device]
  return cells.map((cell) => (cell === null ? '-' : printable(cell))).join('\t')
}
