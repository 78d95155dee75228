import { removeAccount } from '../../accounts/administration.js'
import { idOf, type Command } from './command.js'

export const remove: Command = {
  needs: ['name'],
  takes: [],
  async run(context, { name }) {
    await removeAccount(context, await idOf(context, name))
    return 'removed'
  }
}
