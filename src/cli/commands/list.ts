import type { Knex } from 'knex'
import { filteredAccounts } from '../../accounts/listing/filtered.js'
import type { AccountRow } from '../../realms/realm.js'
import { wholeList } from '../../database/queries/lists.js'
import { flag, rows, text } from '../terminal/option.js'
import { jsonLine, printable } from '../terminal/printable.js'
import { wrongUsage } from '../terminal/stop.js'
import { command, roleOption } from './command.js'

const columns = ['id', 'name', 'role_id', 'disabled', 'created_at'] as const

type Listed = Pick<AccountRow, (typeof columns)[number]>

export const list = command({
  summary: 'Prints id, name, role, state and time of creation of accounts, between tabs.',
  options: {
    query: text('text', 'Accounts whose name has this text, in any case.'),
    role: { ...roleOption, meaning: `Accounts of a role. ${roleOption.meaning}` },
    disabled: flag('Disabled accounts.'),
    enabled: flag('Enabled accounts.'),
    limit: rows('limit', 'How many at most; all of them where it is not given.'),
    json: flag('Prints an object of JSON a line.')
  },
  async run(context, { query, role, disabled, enabled, limit = Infinity, json }, { print }) {
    if (disabled && enabled) throw wrongUsage('list takes --disabled or --enabled, not both', 'list')
    const filter = { query, role, disabled: disabled ?? (enabled && false) }
    const matchingIn = (db: Knex) => filteredAccounts(db, context.realm, filter)
    const { batches } = await wholeList<Listed>(context, { matchingIn, columns })
    if (!json) print(['id', 'name', 'role', 'state', 'created'].join('\t'))
    let left = limit
    for await (const batch of batches) {
      batch
        .slice(0, left)
        .map(json ? jsonLine : line)
        .forEach(print)
      left -= batch.length
      if (left <= 0) break
    }
    return undefined
  }
})

function line({ id, name, role_id: role, disabled, created_at: created }: Listed): string {
  return [id, printable(name), role ?? '-', disabled ? 'disabled' : 'enabled', created].join('\t')
}
