import { createHash } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import { tmsRealm } from '../../../src/realms/tms.js'
import { median } from '../../../test/support/median.js'
import { seededMillion } from '../million.js'
import { forgetPeak, peakMemory, withCpu } from '../processes.js'
import type { Server } from '../serve.js'
import type { Environment } from '../environment.js'
import { atMost } from '../goals.js'
import type { Pace, Section } from '../scenario.js'
import type { Table } from '../table.js'
import { freePort } from '../../../test/support/ports.js'

const ROUNDS = 3
/** What the histogram of Node takes for the stall of an idle loop: the interval at which it looks. */
const LOOK_EVERY_MS = 10

interface Download {
  seconds: number
  bytes: number
  digest: string
  /** Seconds of CPU of the server and of PostgreSQL. */
  cpu: number
  /** Bytes that the server held at most. */
  peak: number
}

interface Rounds {
  streamed: Download[]
  /** Of the peer that makes one text of all rows. */
  whole: Download[]
  /** Milliseconds of the longest stall of our event loop in each round. */
  stalls: number[]
}

/** The whole list of tms accounts. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const rounds = await measure(environment, await seededMillion(environment, pace))
  const { streamed, whole, stalls } = rounds
  checkSame([...streamed, ...whole])
  const ratio = (figure: 'seconds' | 'peak'): number =>
    median(streamed.map((ours, round) => ours[figure] / whole[round]![figure]))
  return {
    title: `The whole list of tms, ${pace.million.toLocaleString('en')} accounts`,
    notes: [
      'Against one query and one `JSON.stringify` of all rows in Fastify; both send the same bytes, and the peer stands still while ours is measured. The memory is that of the process at its peak, with all that it holds besides.'
    ],
    tables: [tableOf(rounds)],
    goals: [
      atMost('whole list, time, of one JSON.stringify', 0.6, ratio('seconds')),
      atMost('whole list, peak memory, of one JSON.stringify', 0.1, ratio('peak'), '×', 3),
      atMost('whole list, longest stall of the event loop', 30, Math.max(...stalls), 'ms', 1)
    ]
  }
}

async function measure(environment: Environment, databaseUrl: string): Promise<Rounds> {
  const metricsPort = await freePort()
  const ours = await environment.ours({ DATABASE_URL: databaseUrl, METRICS_PORT: String(metricsPort) })
  const fastify = await environment.peer('Fastify', 'fastify.js', { databaseUrl })
  const token = environment.tokens(tmsRealm, 1)[0]!
  const rounds: Rounds = { streamed: [], whole: [], stalls: [] }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.whole.push(await download(environment, fastify, token))
      await whileStopped(fastify, async () => {
        await longestStall(metricsPort)
        rounds.streamed.push(await download(environment, ours, token))
        rounds.stalls.push(await longestStall(metricsPort))
      })
    }
    return rounds
  } finally {
    await Promise.all([ours.end(), fastify.end()])
  }
}

function checkSame(downloads: Download[]): void {
  if (new Set(downloads.map(({ digest }) => digest)).size > 1) throw new Error('the lists are not the same')
}

function tableOf({ streamed, whole, stalls }: Rounds): Table {
  const cpu = median(streamed.map((ours, round) => ours.cpu / whole[round]!.cpu))
  return {
    head: ['', 's', 'total CPU s', 'ratio', 'MiB sent', 'peak MiB', 'longest stall ms'],
    rows: [
      ['Quintet', ...costs(streamed), '', ...sizes(streamed), Math.max(...stalls).toFixed(1)],
      ['one JSON.stringify', ...costs(whole), `${cpu.toFixed(2)} ×`, ...sizes(whole), '']
    ]
  }
}

function costs(downloads: Download[]): string[] {
  return [downloads.map(({ seconds }) => seconds), downloads.map(({ cpu }) => cpu)].map((all) => median(all).toFixed(2))
}

function sizes(downloads: Download[]): string[] {
  const figures = [downloads.map(({ bytes }) => bytes), downloads.map(({ peak }) => peak)]
  return figures.map((all) => (median(all) / 2 ** 20).toFixed(0))
}

async function download({ postgresPid }: Environment, { origin, pid }: Server, token: string): Promise<Download> {
  forgetPeak(pid)
  const from = performance.now()
  const { done, cpu } = await withCpu({ server: pid, postgres: postgresPid }, () => read(origin, token))
  return { ...done, seconds: (performance.now() - from) / 1000, cpu: cpu.total, peak: peakMemory(pid) }
}

async function read(origin: string, token: string): Promise<{ bytes: number; digest: string }> {
  const response = await requestList(origin, token)
  if (response.statusCode !== 200) throw new Error(`the whole list is answered with ${response.statusCode}`)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, digest: hash.digest('hex') }
}

function requestList(origin: string, token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` }
    get(`${origin}/tms/user/list`, { headers }, resolve).on('error', reject)
  })
}

/** Work beside which this server does nothing: after two gigabytes it collects garbage on all cores for seconds. */
async function whileStopped({ pid }: Server, work: () => Promise<void>): Promise<void> {
  process.kill(pid, 'SIGSTOP')
  try {
    await work()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

/** Milliseconds of our server's event loop since it was last read. */
async function longestStall(metricsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const [, seconds] = /^quintet_nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text) ?? []
  if (seconds === undefined) throw new Error('the metrics do not tell the lag of the event loop')
  return Number(seconds) * 1000 - LOOK_EVERY_MS
}
