import { createAccount } from '../../accounts/register.js'
import { requireRole } from '../../roles/require-role.js'
import { text } from '../terminal/option.js'
import { command, nameOption, onlyWith, roleOption } from './command.js'

export const create = command({
  summary: 'Makes an account. Where accounts have roles, --role must say which.',
  options: {
    name: nameOption,
    role: roleOption,
    email: text('address', onlyWith('email')),
    mobile: text('number', onlyWith('mobile'))
  },
  asksPassword: true,
  makesAccount: true,
  needsRole: true,
  async run(context, { name, password, email, mobile, role }) {
    if (role !== undefined) await requireRole(context.db, context.realm, role)
    const given = Object.entries({ role_id: role, email, mobile }).filter(([, value]) => value !== undefined)
    const account = await createAccount(context, { name, password, values: Object.fromEntries(given) })
    const created = `created, id ${account.id}`
    return { name: account.name, done: role === undefined ? created : `${created}, role ${role}` }
  }
})
