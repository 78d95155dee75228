import type { Knex } from 'knex'
import { setRole } from '../../accounts/administration.js'
import { requireRole } from '../../roles/require-role.js'
import { needed } from '../terminal/option.js'
import { command, idOf, nameOption, roleOption } from './command.js'

export const changeRole = command({
  summary: 'Gives the account another role.',
  options: { name: nameOption, role: needed(roleOption) },
  async run(context, { name, role }) {
    const permit = (transaction: Knex.Transaction): Promise<void> => requireRole(transaction, context.realm, role)
    await setRole(context, await idOf(context, name), role, permit)
    return `has role ${role}`
  }
})
