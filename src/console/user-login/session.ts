import { createUserLogin } from 'quintet-sdk/user-login'
import { createSession } from '../session/session.ts'
import { refusalOf } from './problems.ts'

export const session = createSession({
  api: 'user-login',
  createClient: createUserLogin,
  logIn: (client, email, password) => client.login({ body: { email, password } }),
  accountOf: (_, name) => ({ name: name.trim() }),
  refusalOf,
  logOut: (client) => client.logout(),
  renew: (client) => client.refreshToken()
})
