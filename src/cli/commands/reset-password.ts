import { setPassword } from '../../accounts/change-password.js'
import { command, idOf, nameOption } from './command.js'

export const resetPassword = command({
  summary: 'Gives the account another password and ends its tokens.',
  options: { name: nameOption },
  asksPassword: true,
  async run(context, { name, password }) {
    await setPassword(context, await idOf(context, name), password)
    return 'has a new password'
  }
})
