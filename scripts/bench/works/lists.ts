import { julongRealm } from '../../../src/accounts/realms.js'
import { median } from '../../support/median.js'
import { generate, type Request } from '../generator.js'
import { bodyOf } from '../check.js'
import { seededMillion } from '../million.js'
import type { Server } from '../serve.js'
import type { Stand } from '../stand.js'
import { atMost, type Pace, type Section } from '../work.js'

const SIZE = 20
/** Of the accounts `user1` … with mobile numbers in a row: what a person types who looks for one of them. */
const SEARCHES = ['999', 'user77', '1342599', 'user123456@']
/** What everybody has, and what has no trigram: told, and not promised. */
const BROAD = ['user', '77']

/** julong's list where there are many accounts: a late page, and searching. */
export async function work(stand: Stand, pace: Pace): Promise<Section> {
  const databaseUrl = await seededMillion(stand, pace)
  const ours = await stand.ours({ DATABASE_URL: databaseUrl })
  try {
    const last = pace.million / SIZE
    const pages: [first: number, late: number][] = []
    for (let round = 0; round < pace.rounds; round += 1) {
      pages.push([await timeOf(stand, pace, ours, 1), await timeOf(stand, pace, ours, last)])
    }
    const searches: [string, number, number][] = []
    for (const text of [...SEARCHES, ...BROAD]) {
      searches.push([text, await totalOf(stand, ours, text), await timeOf(stand, pace, ours, 1, text)])
    }
    return {
      title: `julong's list, ${pace.million.toLocaleString('en')} accounts`,
      notes: [
        `One request at a time for ${pace.seconds} s, pages of ${SIZE}: medians of the whole request, page and count.`
      ],
      tables: [
        {
          head: ['page', 'ms'],
          rows: [
            ['1', median(pages.map(([first]) => first)).toFixed(2)],
            [last.toLocaleString('en'), median(pages.map(([, late]) => late)).toFixed(2)]
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
          median(pages.map(([first, late]) => late / first))
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

/** Median milliseconds of the whole request. */
async function timeOf(stand: Stand, pace: Pace, { origin }: Server, page: number, query = ''): Promise<number> {
  const load = { origin, connections: 1, requests: [requestOf(stand, page, query)] }
  await generate({ ...load, seconds: pace.warmUpSeconds })
  return (await generate({ ...load, seconds: pace.seconds })).p50
}

async function totalOf(stand: Stand, server: Server, query: string): Promise<number> {
  const { data } = JSON.parse(await bodyOf(server, requestOf(stand, 1, query))) as {
    data: { total: number; users: object[] }
  }
  if (data.users.length !== Math.min(SIZE, data.total)) throw new Error(`${data.users.length} of ${data.total} found`)
  return data.total
}

function requestOf(stand: Stand, page: number, query: string): Request {
  const path = `/api/private/v1/user?pagenum=${page}&pagesize=${SIZE}&query=${encodeURIComponent(query)}`
  return { method: 'GET', path, headers: { Authorization: `Bearer ${stand.tokens(julongRealm, 1)[0]}` } }
}
