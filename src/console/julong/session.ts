import { createJulong } from 'quintet-sdk/julong'
import type { JulongSchemas } from 'quintet-sdk/julong'
import { createSession } from '../session/session.ts'
import { refusalOf } from './problems.ts'

interface LoginBody {
  data: { id: number; rid: number; username: string }
}

export const session = createSession({
  api: 'julong',
  createClient: createJulong,
  logIn: (client, username, password, code) => client.login({ body: { username, password, code } }),
  accountOf: (body) => {
    const { id, rid, username } = (body as LoginBody).data
    return { name: username, id, role: rid }
  },
  refusalOf,
  logOut: (client) => client.logout(),
  explain: async (message, operation) => (await import('./needed-right.ts')).explain(message, operation)
})

export type Schemas = JulongSchemas
