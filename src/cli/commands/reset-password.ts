import { setPassword } from '../../accounts/change-password.js'
import { unlockAccount } from '../../accounts/lockouts.js'
import { command, accountOf, nameOption } from './command.js'

export const resetPassword = command({
  summary: 'Gives the account another password, ends its tokens and forgets its failed passwords.',
  options: { name: nameOption },
  asksPassword: true,
  async run(context, { name, password }) {
    const account = await accountOf(context, name)
    await setPassword(context, account.id, password)
    await unlockAccount(context, account)
    return { name: account.name, done: 'has a new password' }
  }
})
