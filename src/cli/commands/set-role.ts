import type { Knex } from 'knex'
import { setRole } from '../../accounts/administration.js'
import { requireRole } from '../../roles/require-role.js'
import { idOf, type Command } from './command.js'

export const changeRole: Command = {
  needs: ['name', 'role'],
  takes: [],
  async run(context, { name, role }) {
    const permit = (transaction: Knex.Transaction): Promise<void> => requireRole(transaction, context.realm, role!)
    await setRole(context, await idOf(context, name), role!, permit)
    return `has role ${role}`
  }
}
