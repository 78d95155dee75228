import type { Knex } from 'knex'
import { setRole } from '../../accounts/administration.js'
import { requireRole } from '../../roles/require-role.js'
import { needed } from '../terminal/option.js'
import { command, accountOf, nameOption, roleOption } from './command.js'

export const changeRole = command({
  summary: 'Gives the account another role.',
  options: { name: nameOption, role: needed(roleOption) },
  async run(context, { name, role }) {
    const permit = (transaction: Knex.Transaction): Promise<void> => requireRole(transaction, context.realm, role)
    const account = await accountOf(context, name)
    if (account.role_id === role) return { name: account.name, done: `had role ${role} already` }
    await setRole(context, account.id, role, permit)
    return { name: account.name, done: `has role ${role}` }
  }
})
