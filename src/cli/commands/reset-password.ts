import { setPassword } from '../../accounts/change-password.js'
import { idOf, type Command } from './command.js'

export const resetPassword: Command = {
  needs: ['name'],
  takes: ['generate'],
  asksPassword: true,
  async run(context, { name, password }) {
    await setPassword(context, await idOf(context, name), password)
    return 'has a new password'
  }
}
