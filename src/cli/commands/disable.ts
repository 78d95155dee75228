import { setDisabled } from '../../accounts/administration.js'
import { command, accountOf, nameOption } from './command.js'

export const disable = command({
  summary: "Ends the account's tokens and lets it in no more.",
  options: { name: nameOption },
  async run(context, { name }) {
    const account = await accountOf(context, name)
    if (account.disabled) return { name: account.name, done: 'was disabled already' }
    await setDisabled(context, account.id, true)
    return { name: account.name, done: 'disabled' }
  }
})
