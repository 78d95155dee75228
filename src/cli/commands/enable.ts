import { setDisabled } from '../../accounts/administration.js'
import { unlockAccount } from '../../accounts/lockouts.js'
import { command, accountOf, nameOption } from './command.js'

export const enable = command({
  summary: 'Lets a disabled account in again, and forgets its failed passwords.',
  options: { name: nameOption },
  async run(context, { name }) {
    const account = await accountOf(context, name)
    if (account.disabled) await setDisabled(context, account.id, false)
    await unlockAccount(context, account)
    return { name: account.name, done: account.disabled ? 'enabled' : 'was enabled already' }
  }
})
