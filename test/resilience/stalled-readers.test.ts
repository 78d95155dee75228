import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { forgetPeak, peakMemory } from '../../scripts/bench/processes.js'
import { openSlow, openStalled, type ListRequest } from '../support/list-readers.js'
import { ACCOUNTS, seedLongLists, SERVER_ENV, tokenOf } from '../support/long-lists.js'
import { percentile } from '../support/percentile.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const STALLED = 300
const SLOW = 100
const LISTS = ['/tms/user/list', '/tms/task/list?type=long']
/** Longer than an answer lasts of which nothing is taken, 60 s, and 5 s until that is seen. */
const STALL_MS = 80_000
const ROUND_MS = 15_000
const FAR_PAGES = 30
const FAR_ROUNDS = 10
const SAMPLE_EVERY_MS = 20
const MIB = 2 ** 20

const HIGHEST_LIVE_MS = 250
const HIGHEST_ME_MS = 1_000
const TOO_MUCH = 'too much: '

measuredTest(
  'clients that read long lists slowly or not at all: others are served, and memory stays low',
  async (): Promise<Figure[]> => {
    const folder = await mkdtemp(join(tmpdir(), 'quintet-stalled-'))
    const postgres = await startPostgres({ fsync: 'off', max_wal_size: '4GB' })
    try {
      const databaseUrl = await postgres.createDatabase('lists')
      const figures = [
        ...(await proveOn('PostgreSQL', { DATABASE_URL: databaseUrl, DATA_DIR: folder }, () => 450 * MIB)),
        ...(await proveOn('embedded', { DATA_DIR: folder }, (rest) => rest + 250 * MIB))
      ]
      const exceeding = figures.filter(({ value }) => value.startsWith(TOO_MUCH))
      if (exceeding.length > 0) throw new Error(figures.map(({ name, value }) => `${name}: ${value}`).join('\n'))
      return figures
    } finally {
      await postgres.remove()
      await rm(folder, { recursive: true, force: true })
    }
  }
)

async function proveOn(
  name: string,
  env: Record<string, string>,
  highest: (rest: number) => number
): Promise<Figure[]> {
  await seedLongLists({ ...SERVER_ENV, ...env })
  const server = await spawnServer({ ...SERVER_ENV, LOG_LEVEL: 'error', ...env })
  const figures: Figure[] = []
  try {
    await sample(server, () => delay(3_000))
    const rest = peakMemory(server.pid)
    const run = async (what: string, work: () => Promise<string>): Promise<void> => {
      forgetPeak(server.pid)
      const { summary, times } = await sample(server, work)
      figures.push({ name: `${name}, ${what}`, value: figureOf(server, summary, times, highest(rest)) })
    }
    figures.push({ name: `${name}, memory at rest`, value: `${Math.round(rest / MIB)} MiB` })
    await run('readers of one account', () => readersFor(server, ROUND_MS, () => ({ id: 7, address: '10.9.9.9' })))
    await run('readers of as many accounts and networks', () => readersFor(server, STALL_MS, everyone))
    await run('four pages of 1,000 tasks of 30 kB at once', () => fourPages(server))
    await run(`${FAR_PAGES} far pages at once, ${FAR_ROUNDS} times`, () => farPages(server))
    if (server.output().includes('"internal error"'))
      throw new Error(`internal errors were logged: ${server.output().slice(-2_000)}`)
    return figures
  } finally {
    await server.end()
  }
}

const everyone = (index: number): { id: number; address: string } => ({
  id: 1_000 + index,
  address: `10.${index >> 8}.${index & 255}.1`
})

async function readersFor(
  { port, origin }: ServerProcess,
  milliseconds: number,
  who: (index: number) => { id: number; address: string }
): Promise<string> {
  const requests = Array.from({ length: STALLED + SLOW }, (_, index): ListRequest => {
    const { id, address } = who(index)
    return { path: LISTS[index % LISTS.length]!, token: tokenOf(id), address }
  })
  const stalled = openStalled(port, requests.slice(0, STALLED))
  await delay(500)
  const slow = openSlow(port, requests.slice(STALLED))
  await delay(milliseconds)
  stalled.close()
  slow.close()
  await delay(500)
  const { status, bytes } = await download(origin, LISTS[0]!, tokenOf(9), '10.8.8.8')
  if (status !== 200) throw new Error(`a list after the readers have gone: ${status}`)
  return `slow ones answered ${summary(slow.statuses)}; a list right after they have gone: ${status}, ${bytes} bytes`
}

async function fourPages({ origin }: ServerProcess): Promise<string> {
  const path = '/tms/task/list?page=1&limit=1000'
  const ask = (id: number, address: string) => download(origin, path, tokenOf(id), address)
  const same = await Promise.all([1, 2, 3, 4].map(() => ask(7, '10.9.9.9')))
  const others = await Promise.all([1, 2, 3, 4].map((id) => ask(id, `10.7.${id}.1`)))
  const lengths = new Set([...same, ...others].filter(({ status }) => status === 200).map(({ bytes }) => bytes))
  if (lengths.size > 1 || others.some(({ status }) => status !== 200)) throw new Error('a page is not complete')
  return `of one account ${summary(countOf(same))}, of four ${summary(countOf(others))}, ${[...lengths]} bytes each`
}

async function farPages({ origin }: ServerProcess): Promise<string> {
  const statuses = new Map<number, number>()
  for (let round = 0; round < FAR_ROUNDS; round += 1) {
    const pages = Array.from({ length: FAR_PAGES }, (_, index) => 12_000 + 400 * index + round)
    const answers = await Promise.all(
      pages.map((page) => download(origin, `/tms/task/list?page=${page}&limit=20`, tokenOf(page), `10.6.${round}.1`))
    )
    for (const [status, count] of countOf(answers)) statuses.set(status, (statuses.get(status) ?? 0) + count)
  }
  return `answered ${summary(statuses)}`
}

const countOf = (answers: { status: number }[]): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

const summary = (statuses: Map<number, number>): string =>
  [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')

/** Milliseconds of `/health/live` and `GET me`, each over a new connection, while the work lasts. */
async function sample<Result>(
  { origin }: ServerProcess,
  work: () => Promise<Result>
): Promise<{ summary: Result; times: Record<'live' | 'me', number[]> }> {
  const times = { live: [] as number[], me: [] as number[] }
  let ended = false
  const repeat = async (path: string, into: number[]): Promise<void> => {
    for (let id = 1; !ended; id = (id % ACCOUNTS) + 1) {
      const from = performance.now()
      const { status } = await download(origin, path, tokenOf(id), '10.5.5.5')
      if (status !== 200) throw new Error(`${path}: ${status} after ${Math.round(performance.now() - from)} ms`)
      into.push(performance.now() - from)
      await delay(SAMPLE_EVERY_MS)
    }
  }
  const samples = Promise.all([repeat('/health/live', times.live), repeat('/tms/user/me', times.me)])
  const [summary] = await Promise.all([work().finally(() => (ended = true)), samples])
  return { summary, times }
}

function figureOf(
  { pid }: ServerProcess,
  summary: string,
  { live, me }: Record<'live' | 'me', number[]>,
  highest: number
): string {
  const peak = peakMemory(pid)
  const [liveMs, meMs] = [percentile(live, 0.99), percentile(me, 0.99)]
  const isTooMuch = peak > highest || liveMs > HIGHEST_LIVE_MS || meMs > HIGHEST_ME_MS
  return (
    `${isTooMuch ? TOO_MUCH : ''}${summary}; ${Math.round(peak / MIB)} MiB at most; p99 of /health/live ${liveMs.toFixed(0)} ms (longest ${Math.max(...live).toFixed(0)}), ` +
    `of GET me ${meMs.toFixed(0)} ms (longest ${Math.max(...me).toFixed(0)}), ${me.length} of ${me.length} answered 200`
  )
}

function download(
  origin: string,
  path: string,
  token: string,
  address: string
): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address }
    get(origin + path, { agent: false, headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.once('end', () => resolve({ status: response.statusCode!, bytes }))
      response.once('error', reject)
    }).once('error', reject)
  })
}
