import { randomBytes } from 'node:crypto'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { createClient, type Answer, type Client } from '../support/client.js'
import { traitsOf } from '../apis/index.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { median } from '../support/median.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer } from '../support/server-process.js'

/** Pairs of tries at each place; with six places and three passwords about 2,000 tries in all. */
const ROUNDS = 56
/** Pairs without `HIDE_ACCOUNTS`, enough to see that the difference would show. */
const CONTROL_ROUNDS = 5
const WARM_UP_ROUNDS = 1
const LIMIT_MS = 3 * 60_000
const FEWEST_ROUNDS = 40
const ALIKE = { from: 0.9, to: 1.1 }
const TOLD_APART = 0.5

/** Where somebody tries a password for a name, and which. */
interface Place {
  name: string
  api: RealmName
  password: string
  attempt(client: Client, account: string, password: string): Promise<Answer>
}

/** One that is hashed once, one that bcrypt cannot hash to its end, and one whose other Unicode form is tried as well. */
const PASSWORDS = { short: 'a wrong password', long: 'wrong '.repeat(20), decomposed: 'wrong \u0065\u0301' }

/** Milliseconds of the tries at one place. */
interface Times {
  unknown: number[]
  wrong: number[]
}

const OPERATIONS: Omit<Place, 'password'>[] = [
  ...realmNames.map((api) => ({ name: `${api} login`, api, attempt: traitsOf[api].login })),
  {
    name: 'user-login reset_password',
    api: 'user-login',
    attempt: (client, email, old_password) =>
      client.post('/api/users/reset_password', { json: { email, old_password, new_password: 'next' } })
  }
]

const PLACES: Place[] = OPERATIONS.flatMap((operation) =>
  Object.entries(PASSWORDS).map(([kind, password]) => ({
    ...operation,
    name: `${operation.name}, ${kind} password`,
    password
  }))
)

measuredTest(
  'HIDE_ACCOUNTS: an unknown name takes as long as a wrong password, at each operation that takes one',
  async (): Promise<Figure[]> => {
    const postgres = await startPostgres()
    try {
      const env = { DATA_DIR: postgres.folder, LOGIN_FAILURES: '0', LOGIN_FAILURES_PER_ADDRESS: '0' }
      const hiddenUrl = await postgres.createDatabase('hidden')
      const hidden = await withServer({ ...env, HIDE_ACCOUNTS: '1', DATABASE_URL: hiddenUrl }, async (client) => {
        const times = noTimes()
        await tryRounds(client, PLACES, ROUNDS, times)
        // Other work on the machine can shift a median; a difference of the server's own stays in more tries.
        const doubtful = PLACES.filter((place) => !isAlike(times.get(place)))
        await tryRounds(client, doubtful, ROUNDS, times)
        return times
      })
      const openUrl = await postgres.createDatabase('open')
      const open = await withServer({ ...env, HIDE_ACCOUNTS: '0', DATABASE_URL: openUrl }, async (client) => {
        const times = noTimes()
        await tryRounds(client, PLACES, CONTROL_ROUNDS, times)
        return times
      })
      return checkTimes(hidden, open)
    } finally {
      await postgres.remove()
    }
  }
)

function checkTimes(hidden: Map<Place, Times>, open: Map<Place, Times>): Figure[] {
  const figures = [...hidden].map(([{ name }, times]) => ({
    name: `${name}: median of ${times.unknown.length} unknown names to that of as many wrong passwords`,
    value: ratioOf(times).toFixed(3)
  }))
  const apart = [...hidden.values()].filter((times) => !isAlike(times))
  if (apart.length > 0) throw new Error(`told apart: ${JSON.stringify(figures, null, 2)}`)
  const highest = Math.max(...[...open.values()].map(ratioOf))
  if (highest > TOLD_APART)
    throw new Error(`the measure is blind: without HIDE_ACCOUNTS it shows ${highest.toFixed(3)}`)
  return [...figures, { name: 'the highest of these without HIDE_ACCOUNTS', value: highest.toFixed(3) }]
}

async function withServer<Result>(
  env: Record<string, string>,
  work: (client: Client) => Promise<Result>
): Promise<Result> {
  const server = await spawnServer(env)
  try {
    return await work(createClient(server.origin))
  } finally {
    await server.end()
  }
}

function noTimes(): Map<Place, Times> {
  return new Map(PLACES.map((place) => [place, { unknown: [], wrong: [] }]))
}

/** Adds the times of interleaved tries. Throws when the machine is too slow for a figure. */
async function tryRounds(client: Client, places: Place[], rounds: number, times: Map<Place, Times>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS
  for (let round = -WARM_UP_ROUNDS; round < rounds && places.length > 0; round += 1) {
    if (Date.now() > deadline && round >= FEWEST_ROUNDS) return
    if (Date.now() > deadline) throw new Error(`only ${round} of ${rounds} rounds in time`)
    for (const place of places) {
      const { unknown, wrong } = await tryPair(client, place, round % 2 === 0)
      if (round < 0) continue
      times.get(place)?.unknown.push(unknown)
      times.get(place)?.wrong.push(wrong)
    }
  }
}

/** One try each, in turns the one or the other first, so that what else the machine does meets both alike. */
async function tryPair(
  client: Client,
  { api, password, attempt }: Place,
  unknownFirst: boolean
): Promise<{ unknown: number; wrong: number }> {
  const [{ name }] = sampleAccountsOf(api)
  const nobody = randomBytes(name.length).toString('hex').slice(0, name.length)
  const unknownName = api === 'user-login' ? nobody.replace(/.{4}$/, '@x.y') : nobody
  const timed = async (account: string): Promise<number> => {
    const start = performance.now()
    const { status } = await attempt(client, account, password)
    if (status < 400 || status >= 500 || status === 429) throw new Error(`${api} answered ${status}`)
    return performance.now() - start
  }
  if (unknownFirst) return { unknown: await timed(unknownName), wrong: await timed(name) }
  const wrong = await timed(name)
  return { unknown: await timed(unknownName), wrong }
}

function ratioOf({ unknown, wrong }: Times): number {
  return median(unknown) / median(wrong)
}

function isAlike(times: Times | undefined): boolean {
  const ratio = times === undefined ? NaN : ratioOf(times)
  return ratio >= ALIKE.from && ratio <= ALIKE.to
}
