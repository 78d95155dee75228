import { createTms } from 'quintet-sdk/tms'
import { createSession } from '../session/session.ts'
import { refusalOf } from './problems.ts'

export const session = createSession({
  api: 'tms',
  createClient: createTms,
  logIn: (client, username, password) => client.login({ body: { username, password } }),
  // The id says that an account is the same after it changed its name.
  async accountOf(_, typed, client) {
    const answer = await client.getCurrentUser()
    if (!answer.ok) return { name: typed }
    const { username, id } = answer.body.data
    return { name: username, id }
  },
  refusalOf,
  logOut: (client) => client.logout()
})
