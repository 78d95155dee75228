import { setDisabled } from '../../accounts/administration.js'
import { command, idOf, nameOption } from './command.js'

export const enable = command({
  summary: 'Lets a disabled account in again.',
  options: { name: nameOption },
  async run(context, { name }) {
    await setDisabled(context, await idOf(context, name), false)
    return 'enabled'
  }
})
