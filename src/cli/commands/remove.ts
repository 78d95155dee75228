import { removeAccount } from '../../accounts/administration.js'
import { command, idOf, nameOption } from './command.js'

export const remove = command({
  summary: 'Removes the account for good and frees its name.',
  options: { name: nameOption },
  async run(context, { name }) {
    await removeAccount(context, await idOf(context, name))
    return 'removed'
  }
})
