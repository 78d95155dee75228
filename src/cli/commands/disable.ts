import { setDisabled } from '../../accounts/administration.js'
import { command, idOf, nameOption } from './command.js'

export const disable = command({
  summary: "Ends the account's tokens and lets it in no more.",
  options: { name: nameOption },
  async run(context, { name }) {
    await setDisabled(context, await idOf(context, name), true)
    return 'disabled'
  }
})
