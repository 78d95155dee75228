import { setDisabled } from '../../accounts/administration.js'
import { idOf, type Command } from './command.js'

export const enable: Command = {
  needs: ['name'],
  takes: [],
  async run(context, { name }) {
    await setDisabled(context, await idOf(context, name), false)
    return 'enabled'
  }
}
