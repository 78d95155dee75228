import { createBackOffice, createJulong, createTms, createUserLogin, createWasteSorting } from 'quintet-sdk'
import { equal, expectStatus } from './check.js'
import type { Scenarios } from './gateway.js'

interface Listed {
  id: string
  current: boolean
}

/** What the clients of all APIs have in common. */
interface Client {
  logIn(): Promise<{ ok: boolean }>
  list(): Promise<Listed[]>
  end(id: string): Promise<{ status: number }>
  endOthers(): Promise<{ status: number }>
}

const clients: Record<string, (origin: string) => Client> = {
  tms(baseUrl) {
    const api = createTms({ baseUrl })
    const list = async () => expectStatus(await api.sessions.list(), 200).body.data.sessions
    return { ...api.sessions, list, logIn: () => api.login({ body: { username: '21089', password: 'zhou0914.' } }) }
  },
  julong(baseUrl) {
    const api = createJulong({ baseUrl })
    const list = async () => expectStatus(await api.sessions.list(), 200).body.data
    return { ...api.sessions, list, logIn: () => api.login({ body: { username: 'admin', password: '123456' } }) }
  },
  'waste-sorting'(baseUrl) {
    const api = createWasteSorting({ baseUrl })
    const list = async () => expectStatus(await api.sessions.list(), 200).body
    return { ...api.sessions, list, logIn: () => api.login({ body: { username: 'usertest', password: 'usertest' } }) }
  },
  'user-login'(baseUrl) {
    const api = createUserLogin({ baseUrl })
    const list = async () => expectStatus(await api.sessions.list(), 200).body
    const body = { email: 'user@example.com', password: 'currentpassword' }
    return { ...api.sessions, list, logIn: () => api.login({ body }) }
  },
  'back-office'(baseUrl) {
    const api = createBackOffice({ baseUrl })
    const list = async () => expectStatus(await api.sessions.list(), 200).body
    return { ...api.sessions, list, logIn: () => api.login({ body: { name: 'auroralorigin', password: '123456' } }) }
  }
}

async function listAndEnd(createClient: () => Client): Promise<void> {
  const [client, other, third] = [createClient(), createClient(), createClient()]
  for (const one of [client, other, third]) equal((await one.logIn()).ok, true)
  expectStatus(await client.endOthers(), 200)
  equal((await client.list()).length, 1)
  equal((await other.logIn()).ok, true)
  const found = (await client.list()).find(({ current }) => !current)
  expectStatus(await client.end(found!.id), 200)
  expectStatus(await client.end(found!.id), 404)
  equal((await client.list()).length, 1)
}

export const ownSessions: Scenarios = {
  'sessions of one’s own are listed and ended in every API': async ({ origin }) => {
    for (const createClient of Object.values(clients)) await listAndEnd(() => createClient(origin))
  }
}
