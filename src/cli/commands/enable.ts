import { setDisabled } from '../../accounts/administration.js'
import { unlockAccount } from '../../accounts/lockouts.js'
import { command, idOf, nameOption } from './command.js'

export const enable = command({
  summary: 'Lets a disabled account in again, and forgets its failed passwords.',
  options: { name: nameOption },
  async run(context, { name }) {
    await setDisabled(context, await idOf(context, name), false)
    await unlockAccount(context, name)
    return 'enabled'
  }
})
