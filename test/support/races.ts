import { freshName, PASSWORD } from './accounts.js'
import type { Answer, Client } from './client.js'
import { login } from './sessions.js'
import { ask } from './postgres.js'
import { good } from './revocations/way.js'

/** Sends the given number of times, in turn to each replica, all at the same moment. */
function together(clients: Client[], times: number, send: (client: Client) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => send(clients[index % clients.length]!)))
}

/** One token of user-login is exchanged many times at once: throws unless exactly one exchange succeeds, in each round. */
export async function raceExchanges(clients: Client[], rounds: number, atOnce: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    const token = await login(clients[0]!, 'user-login', 'user@example.com', 'currentpassword')
    const answers = await together(clients, atOnce, (client) => client.post('/api/users/refresh_token', { token }))
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
    if (statuses.filter((status) => status === 200).length !== 1 || statuses[1] !== 403)
      throw new Error(`exchanges of one token: ${statuses}`)
  }
}

/** One name is registered many times at once: throws unless exactly one registration succeeds, in each round. */
export async function raceRegistrations(clients: Client[], rounds: number, atOnce: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    const json = { username: freshName(), password: PASSWORD }
    const answers = await together(clients, atOnce, (client) => client.post('/api/auth/register', { json }))
    const made = answers.filter(({ status }) => status < 300)
    if (made.length !== 1) throw new Error(`registrations of one name: ${answers.map(({ status }) => status)}`)
  }
}

/**
 * The only two administrators of waste-sorting ban each other at once, on two replicas: throws unless exactly one ban succeeds,
 * in each round. `databaseUrl` is where they are set up again.
 */
export async function raceLastAdministrators(
  [here, there]: [Client, Client],
  rounds: number,
  databaseUrl: string
): Promise<void> {
  const by = await login(here, 'waste-sorting', 'admintest', 'admintest')
  const pair: { id: number; token: string }[] = []
  for (const username of [freshName(), freshName()]) {
    const json = { username, password: PASSWORD }
    const { user } = good(await here.post('/api/admin/users/create_admin', { token: by, json }))
    pair.push({ id: user.id, token: await login(here, 'waste-sorting', username, PASSWORD) })
  }
  const [one, two] = pair as [(typeof pair)[0], (typeof pair)[0]]
  const ids = `(${one.id}, ${two.id})`
  await ask(databaseUrl, `update waste_sorting.users set disabled = true where role_id = 1 and id not in ${ids}`)
  const ban = (client: Client, token: string, id: number) =>
    client.put(`/api/admin/users/${id}/status`, { token, json: { status: 1 } })
  for (let round = 1; round <= rounds; round += 1) {
    const answers = await Promise.all([ban(here, one.token, two.id), ban(there, two.token, one.id)])
    const left = await ask(databaseUrl, 'select id from waste_sorting.accounts where role_id = 1 and not disabled')
    const statuses = answers.map(({ status }) => status)
    if (left.length !== 1 || statuses.filter((status) => status === 200).length !== 1)
      throw new Error(`${left.length} administrators left after ${statuses}`)
    await ask(databaseUrl, `update waste_sorting.users set disabled = false, generation = 0 where id in ${ids}`)
  }
}
