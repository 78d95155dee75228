import { julongRealm } from '../../../src/realms/julong.js'
import { median } from '../../../test/support/median.js'
import { generate, type Request } from '../generator.js'
import { bodyOf } from '../check.js'
import { seededMillion } from '../million.js'
import { withCpu } from '../processes.js'
import type { Server } from '../serve.js'
import type { Environment } from '../environment.js'
import { atMost, type Goal } from '../goals.js'
import type { Pace, Section } from '../scenario.js'
import type { Table } from '../table.js'

const SIZE = 20
/** Of each list in each round: some hundred requests in a row, of a broad search some ten. */
const SECONDS = 1
/** Of the accounts `user1` … with mobile numbers in a row: what a person types who looks for one of them. */
const SEARCHES = ['999', 'user77', '1342599', 'user123456@']
/** What everybody has, and what has no trigram: told, and not promised. */
const BROAD = ['user', '77']

interface List {
  page: number
  query: string
}

interface Timed extends List {
  /** Milliseconds of the whole request: the median of each round. */
  times: number[]
  /** Total CPU of a request in each round, in microseconds. */
  cpu: number[]
  /** Rows that it finds in all. */
  total: number
}

/** julong's list where there are many accounts: a late page, and searching. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const databaseUrl = await seededMillion(environment, pace)
  const ours = await environment.ours({ DATABASE_URL: databaseUrl })
  try {
    const first = { page: 1, query: '' }
    const late = { page: pace.million / SIZE, query: '' }
    const searches = [...SEARCHES, ...BROAD].map((query) => ({ page: 1, query }))
    const timed = await timesOf(environment, pace, ours, [first, late, ...searches])
    const pages = timed.filter(({ query }) => query === '')
    const found = timed.filter(({ query }) => query !== '')
    return {
      title: `julong's list, ${grouped(pace.million)} accounts`,
      notes: [
        `One request at a time, ${SECONDS} s a round, pages of ${SIZE}: medians of the whole request, page and count, and of the CPU of the server and of PostgreSQL for it.`
      ],
      tables: [pagesTable(pages), searchesTable(found)],
      goals: [...goalsOfPages(pages), ...found.filter(({ query }) => SEARCHES.includes(query)).map(goalOfSearch)]
    }
  } finally {
    await ours.end()
  }
}

function pagesTable(pages: Timed[]): Table {
  return { head: ['page', ...COSTS], rows: pages.map(({ page, ...timed }) => [grouped(page), ...costsOf(timed)]) }
}

function searchesTable(searches: Timed[]): Table {
  const rows = searches.map(({ query, total, ...timed }) => [query, grouped(total), ...costsOf(timed)])
  return { head: ['query', 'matches', ...COSTS], rows }
}

const COSTS = ['ms', 'total CPU µs']

function costsOf({ times, cpu }: Pick<Timed, 'times' | 'cpu'>): string[] {
  return [median(times).toFixed(2), grouped(Math.round(median(cpu)))]
}

function goalsOfPages([first, ...others]: Timed[]): Goal[] {
  return others.map(({ page, times }) =>
    atMost(`julong page ${grouped(page)}, of page 1`, 1.5, median(times.map((ms, round) => ms / first!.times[round]!)))
  )
}

function goalOfSearch({ query, total, times }: Timed): Goal {
  return atMost(`julong \`query=${query}\` (${grouped(total)} match), page and count`, 5, median(times), 'ms')
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}

/** Each list in each round, after a warm-up. */
async function timesOf(environment: Environment, pace: Pace, server: Server, lists: List[]): Promise<Timed[]> {
  const send = (list: List, seconds: number) =>
    generate({ origin: server.origin, connections: 1, requests: [requestOf(environment, list)], seconds })
  const pids = { server: server.pid, postgres: environment.postgresPid }
  const timed: Timed[] = []
  for (const list of lists) {
    await send(list, pace.warmUpSeconds)
    timed.push({ ...list, times: [], cpu: [], total: await totalOf(environment, server, list) })
  }
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const list of timed) {
      const { done, cpu } = await withCpu(pids, () => send(list, SECONDS))
      list.times.push(done.p50)
      list.cpu.push((cpu.total * 1e6) / done.requests)
    }
  }
  return timed
}

async function totalOf(environment: Environment, server: Server, list: List): Promise<number> {
  const { data } = JSON.parse(await bodyOf(server, requestOf(environment, list))) as {
    data: { total: number; users: object[] }
  }
  const expected = Math.min(SIZE, data.total - (list.page - 1) * SIZE)
  if (data.users.length !== expected) throw new Error(`${data.users.length} of ${data.total} found`)
  return data.total
}

function requestOf(environment: Environment, { page, query }: List): Request {
  const path = `/api/private/v1/user?pagenum=${page}&pagesize=${SIZE}&query=${encodeURIComponent(query)}`
  return { method: 'GET', path, headers: { Authorization: `Bearer ${environment.tokens(julongRealm, 1)[0]}` } }
}
