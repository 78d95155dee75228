import { createAccount } from '../../accounts/register.js'
import { requireRole } from '../../roles/require-role.js'
import type { Command } from './command.js'

export const create: Command = {
  needs: ['name'],
  takes: ['role', 'email', 'mobile', 'generate'],
  asksPassword: true,
  makesAccount: true,
  async run(context, { name, password, email, mobile, role = context.realm.administratorRole }) {
    if (role !== undefined) await requireRole(context.db, context.realm, role)
    const given = Object.entries({ role_id: role, email, mobile }).filter(([, value]) => value !== undefined)
    const { id } = await createAccount(context, { name, password, values: Object.fromEntries(given) })
    return role === undefined ? `created, id ${id}` : `created, id ${id}, role ${role}`
  }
}
