import { allAccounts } from '../../accounts/list.js'
import type { AccountRow } from '../../accounts/realm.js'
import { printable } from '../printable.js'
import { command } from './command.js'

const columns = ['id', 'name', 'role_id', 'disabled', 'created_at'] as const

export const list = command({
  summary: 'Prints id, name, role, state and time of creation of every account, between tabs.',
  options: {},
  async run(context, _, { print }) {
    const { batches } = await allAccounts(context, columns)
    print(['id', 'name', 'role', 'state', 'created'].join('\t'))
    for await (const rows of batches) rows.map(line).forEach(print)
    return undefined
  }
})

type Listed = Pick<AccountRow, (typeof columns)[number]>

function line({ id, name, role_id: role, disabled, created_at: created }: Listed): string {
  return [id, printable(name), role ?? '-', disabled ? 'disabled' : 'enabled', created].join('\t')
}
