import { freshEmail, PASSWORD } from '../accounts.js'
import type { Client } from '../client.js'
import { login } from '../sessions.js'
import { good } from '../revocations/way.js'
import type { Figure } from '../measured-test.js'

const AT_ONCE = 100
const ROUNDS = 20

/**
 * Of many exchanges of one token at the same moment exactly one wins. The others are refused, which ends nothing: the
 * winner's token goes on, the old one is over, and its next exchange is refused too.
 */
export async function raceToExchange(clients: Client[]): Promise<Figure[]> {
  const email = freshEmail()
  const json = { email, password: PASSWORD, first_name: '三', last_name: '张', phone_number: '13800138000' }
  good(await clients[0]!.post('/api/users/register', { json }))
  for (let round = 0; round < ROUNDS; round += 1)
    await exchangeAtOnce(clients, await login(clients[0]!, 'user-login', email, PASSWORD))
  return [
    {
      name: `user-login: ${AT_ONCE} exchanges of one token at once, ${ROUNDS} times`,
      value: `1 done, ${AT_ONCE - 1} refused each time; the new token goes on, the old one is over on every replica`
    }
  ]
}

async function exchangeAtOnce(clients: Client[], old: string): Promise<void> {
  const exchange = (client: Client) => client.post('/api/users/refresh_token', { token: old })
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, index) => exchange(clients[index % clients.length]!))
  )
  const winners = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ status }) => status === 403).length
  if (winners.length !== 1 || refused !== AT_ONCE - 1)
    throw new Error(`of ${AT_ONCE} exchanges: ${winners.length} done, ${refused} refused`)
  const token: string = winners[0]!.body.access_token
  for (const client of clients) {
    const answers = [await exchange(client), await me(client, old), await me(client, token)]
    const statuses = answers.map(({ status }) => status).join(', ')
    if (statuses !== '403, 401, 200')
      throw new Error(`after the exchange: old token ${statuses.replace(/, (\d+)$/, ', new one $1')}`)
  }
}

const me = (client: Client, token: string) => client.get('/api/users/me', { token })
