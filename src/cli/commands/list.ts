import { allAccounts } from '../../accounts/list.js'
import type { AccountRow } from '../../accounts/realm.js'
import { printable } from '../printable.js'
import type { Command } from './command.js'

export const list: Command = {
  needs: [],
  takes: [],
  async run({ db, realm }, { print }) {
    const { batches } = await allAccounts(db, realm)
    print(['id', 'name', 'role', 'state', 'created'].join('\t'))
    for await (const rows of batches) rows.map(line).forEach(print)
    return undefined
  }
}

function line({ id, name, role_id: role, disabled, created_at: created }: AccountRow): string {
  return [id, printable(name), role ?? '-', disabled ? 'disabled' : 'enabled', created].join('\t')
}
