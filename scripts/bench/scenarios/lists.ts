import { julongRealm } from '../../../src/realms/julong.js'
import { median } from '../../../test/support/median.js'
import { generate, type Request } from '../generator.js'
import { bodyOf } from '../check.js'
import { seededMillion } from '../million.js'
import type { Server } from '../serve.js'
import type { Environment } from '../environment.js'
import { atMost, type Pace, type Section } from '../scenario.js'

const SIZE = 20
/** Of each list in each round: some hundred requests in a row, of a broad search some ten. */
const SECONDS = 1
/** Of the accounts `user1` … with mobile numbers in a row: what a person types who looks for one of them. */
const SEARCHES = ['999', 'user77', '1342599', 'user123456@']
/** What everybody has, and what has no trigram: told, and not promised. */
const BROAD = ['user', '77']

interface List {
  page: number
  query?: string
}

/** julong's list where there are many accounts: a late page, and searching. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const databaseUrl = await seededMillion(environment, pace)
  const ours = await environment.ours({ DATABASE_URL: databaseUrl })
  try {
    const last = pace.million / SIZE
    const texts = [...SEARCHES, ...BROAD]
    const lists = [{ page: 1 }, { page: last }, ...texts.map((query) => ({ page: 1, query }))]
    const rounds = await timesOf(environment, pace, ours, lists)
    const [first, late, ...found] = lists.map((_, index) => median(rounds.map((times) => times[index]!)))
    const searches: [string, number, number][] = []
    for (const [index, text] of texts.entries()) {
      searches.push([text, await totalOf(environment, ours, text), found[index]!])
    }
    return {
      title: `julong's list, ${pace.million.toLocaleString('en')} accounts`,
      notes: [
        `One request at a time, ${SECONDS} s a round, pages of ${SIZE}: medians of the whole request, page and count.`
      ],
      tables: [
        {
          head: ['page', 'ms'],
          rows: [
            ['1', first!.toFixed(2)],
            [last.toLocaleString('en'), late!.toFixed(2)]
          ]
        },
        {
          head: ['query', 'matches', 'ms'],
          rows: searches.map(([text, total, ms]) => [text, total.toLocaleString('en'), ms.toFixed(2)])
        }
      ],
      goals: [
        atMost(
          `julong page ${last.toLocaleString('en')}, of page 1`,
          1.5,
          median(rounds.map(([one, other]) => other! / one!))
        ),
        ...searches
          .slice(0, SEARCHES.length)
          .map(([text, total, ms]) =>
            atMost(`julong \`query=${text}\` (${total.toLocaleString('en')} match), page and count`, 5, ms, 'ms')
          )
      ]
    }
  } finally {
    await ours.end()
  }
}

/** Milliseconds of each list's whole request, medians of each round. */
async function timesOf(environment: Environment, pace: Pace, { origin }: Server, lists: List[]): Promise<number[][]> {
  const ask = (list: List, seconds: number) =>
    generate({ origin, connections: 1, requests: [requestOf(environment, list)], seconds })
  for (const list of lists) await ask(list, pace.warmUpSeconds)
  const rounds: number[][] = []
  for (let round = 0; round < pace.rounds; round += 1) {
    const times: number[] = []
    for (const list of lists) times.push((await ask(list, SECONDS)).p50)
    rounds.push(times)
  }
  return rounds
}

async function totalOf(environment: Environment, server: Server, query: string): Promise<number> {
  const { data } = JSON.parse(await bodyOf(server, requestOf(environment, { page: 1, query }))) as {
    data: { total: number; users: object[] }
  }
  if (data.users.length !== Math.min(SIZE, data.total)) throw new Error(`${data.users.length} of ${data.total} found`)
  return data.total
}

function requestOf(environment: Environment, { page, query = '' }: List): Request {
  const path = `/api/private/v1/user?pagenum=${page}&pagesize=${SIZE}&query=${encodeURIComponent(query)}`
  return { method: 'GET', path, headers: { Authorization: `Bearer ${environment.tokens(julongRealm, 1)[0]}` } }
}
