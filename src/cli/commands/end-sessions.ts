import { endSessionsOf } from '../../sessions/end.js'
import { accountOf, command, nameOption } from './command.js'

export const endSessions = command({
  summary: "Ends the account's tokens; it may log in again.",
  options: { name: nameOption },
  async run(context, { name }) {
    const account = await accountOf(context, name)
    const ended = await endSessionsOf(context, account.id)
    return { name: account.name, done: `its tokens are ended, with ${ended} session(s)` }
  }
})
