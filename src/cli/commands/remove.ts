import { removeAccount } from '../../accounts/administration.js'
import { command, accountOf, nameOption } from './command.js'

export const remove = command({
  summary: 'Removes the account for good and frees its name.',
  options: { name: nameOption },
  async run(context, { name }) {
    const account = await accountOf(context, name)
    await removeAccount(context, account.id)
    return { name: account.name, done: 'removed' }
  }
})
