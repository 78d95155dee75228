import type { Knex } from 'knex'
import { freshName, PASSWORD } from '../accounts.js'
import type { Answer, Client } from '../client.js'
import type { Figure } from '../measured-test.js'

const AT_ONCE = 200
const ROUNDS = 3

interface Registration {
  send(client: Client, name: string): Promise<Answer>
  table: string
  /** The response that all but one get. */
  refusal: { status: number; text: string }
}

const profile = { first_name: '三', last_name: '张', phone_number: '13800138000' }

/** The realms that let visitors register. */
const registrations: Record<string, Registration> = {
  tms: {
    send: (client, username) => client.post('/tms/register', { json: { username, password: PASSWORD } }),
    table: 'tms.users',
    refusal: { status: 400, text: '用户名已存在' }
  },
  julong: {
    send: (client, user) => client.post('/api/private/v1/register', { json: { user, password: PASSWORD } }),
    table: 'julong.users',
    refusal: { status: 422, text: '用户名已存在' }
  },
  'waste-sorting': {
    send: (client, username) => client.post('/api/auth/register', { json: { username, password: PASSWORD } }),
    table: 'waste_sorting.users',
    refusal: { status: 409, text: '用户名已存在' }
  },
  'user-login': {
    send: (client, name) =>
      client.post('/api/users/register', { json: { email: `${name}@example.com`, password: PASSWORD, ...profile } }),
    table: 'user_login.users',
    refusal: { status: 400, text: 'Email already registered' }
  }
}

/** Of many who register one name at the same moment exactly one gets it. */
export async function raceToRegister(clients: Client[], db: Knex): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [realm, registration] of Object.entries(registrations)) {
    for (let round = 0; round < ROUNDS; round += 1) await registerAtOnce(realm, registration, clients, db)
    figures.push({
      name: `${realm}: ${AT_ONCE} registrations of one name at once, ${ROUNDS} times`,
      value: `1 done, ${AT_ONCE - 1} refused, 1 row each time`
    })
  }
  return figures
}

async function registerAtOnce(realm: string, { send, table, refusal }: Registration, clients: Client[], db: Knex) {
  const name = freshName()
  // Every other one in capitals, which is the same name.
  const spellings = [name, name.toUpperCase()]
  const before = await countRows(db, table)
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, index) => send(clients[index % clients.length]!, spellings[index % 2]!))
  )
  const rows = (await countRows(db, table)) - before
  const done = answers.filter(({ status }) => status < 300).length
  const refused = answers.filter(
    ({ status, body }) => status === refusal.status && JSON.stringify(body).includes(refusal.text)
  ).length
  if (done === 1 && refused === AT_ONCE - 1 && rows === 1) return
  const others = answers.filter(({ status }) => status >= 300 && status !== refusal.status).slice(0, 3)
  const found = `${done} done, ${refused} refused, ${rows} rows; others: ${JSON.stringify(others)}`
  throw new Error(`${realm}: of ${AT_ONCE} registrations of ${name}: ${found}`)
}

async function countRows(db: Knex, table: string): Promise<number> {
  const [row] = await db(table).count({ count: '*' })
  return Number(row?.count)
}
