import { setPassword } from '../../accounts/change-password.js'
import { unlockAccount } from '../../accounts/lockouts.js'
import { command, idOf, nameOption } from './command.js'

export const resetPassword = command({
  summary: 'Gives the account another password, ends its tokens and forgets its failed passwords.',
  options: { name: nameOption },
  asksPassword: true,
  async run(context, { name, password }) {
    await setPassword(context, await idOf(context, name), password)
    await unlockAccount(context, name)
    return 'has a new password'
  }
})
