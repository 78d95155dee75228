import { execFileSync } from 'node:child_process'
import { get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { median } from '../support/median.js'
import { memoryOf } from '../support/memory.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer, type ServerProcess } from '../support/server-process.js'
import { openSlowly, untilEnded, type SlowKind, type SlowSockets } from '../support/slow-sockets.js'
import { logIn } from '../support/writer.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const SOCKETS = 2_000
/** Seconds after which the server ends each kind, as docs/verification.md promises. */
const LIMITS: Record<SlowKind, number> = { silent: 20, headers: 20, body: 60 }
/** The server looks every so often; the rest is for a busy machine. */
const TOLERANCE_SECONDS = 10
const READERS = 2
const PAUSE_MS = 5
const QUIET_MS = 10_000
const HIGHEST_RATIO = 4
const HIGHEST_KIB = 64

measuredTest(
  'thousands of slow or silent clients: others are served, and the slow ones are ended',
  async (): Promise<Figure[]> => {
    requireOpenFiles(3 * SOCKETS + 500)
    const postgres = await startPostgres()
    let server: ServerProcess | undefined
    const slow = new Map<SlowKind, SlowSockets>()
    try {
      const databaseUrl = await postgres.createDatabase('slow')
      const env = { APIS: 'tms', LOG_LEVEL: 'error', DATA_DIR: postgres.folder, DATABASE_URL: databaseUrl }
      const { origin, port, pid, output } = (server = await spawnServer(env))
      const token = await logIn(origin, 'admin', 'zhou0914.')
      await readWhile(origin, token, delay(QUIET_MS))
      const before = memoryOf(pid, 'VmRSS')
      const quiet = await readWhile(origin, token, delay(QUIET_MS))
      for (const kind of ['silent', 'headers', 'body'] as const) slow.set(kind, await openSlowly(port, kind, SOCKETS))
      const longest = (LIMITS.body + TOLERANCE_SECONDS) * 1000
      const beside = await readWhile(origin, token, untilEnded([...slow.values()], longest))
      quiet.push(...(await readWhile(origin, token, delay(QUIET_MS))))
      if (output().includes('"internal error"'))
        throw new Error(`internal errors were logged: ${output().slice(-2000)}`)
      return [
        ...[...slow].map(([kind, sockets]) => endedFigure(kind, sockets)),
        servedFigure(quiet, beside),
        memoryFigure(before, memoryOf(pid, 'VmHWM'))
      ]
    } finally {
      for (const sockets of slow.values()) sockets.close()
      await server?.end()
      await postgres.remove()
    }
  }
)

function endedFigure(kind: SlowKind, { lifetimes }: SlowSockets): Figure {
  const last = Math.max(...lifetimes) / 1000
  if (lifetimes.length < SOCKETS || last > LIMITS[kind] + TOLERANCE_SECONDS)
    throw new Error(`${kind}: ${lifetimes.length} of ${SOCKETS} ended, the last after ${last.toFixed(1)} s`)
  return {
    name: `slow ${kind}, limit ${LIMITS[kind]} s`,
    value: `${lifetimes.length} of ${SOCKETS} ended by the server, the last after ${last.toFixed(1)} s`
  }
}

function servedFigure(quiet: number[], beside: number[]): Figure {
  const ratio = median(beside) / median(quiet)
  if (ratio > HIGHEST_RATIO) throw new Error(`beside the slow clients the median is ${ratio.toFixed(2)} times as long`)
  return {
    name: 'others meanwhile, each over a new connection',
    value: `${beside.length} of ${beside.length} answered 200, their median ${ratio.toFixed(2)} times that without`
  }
}

function memoryFigure(before: number, highest: number): Figure {
  const each = (highest - before) / (3 * SOCKETS)
  const value = `${Math.round(before / 1024)} and ${Math.round(highest / 1024)} MiB, ${each.toFixed(1)} KiB for each slow client`
  if (each > HIGHEST_KIB) throw new Error(`memory of the server: ${value}`)
  return { name: 'memory of the server before, and the highest to the end', value }
}

/** Milliseconds of each `GET me` until `end`. Throws when one is not answered 200. */
async function readWhile(origin: string, token: string, end: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let ended = false
  const readers = Array.from({ length: READERS }, async () => {
    while (!ended) {
      const from = performance.now()
      const status = await getFresh(`${origin}/tms/user/me`, token)
      if (status !== 200) throw new Error(`GET me: ${status}`)
      times.push(performance.now() - from)
      await delay(PAUSE_MS)
    }
  })
  await Promise.all([end.finally(() => (ended = true)), ...readers])
  return times
}

/** The status, over a connection of its own. */
function getFresh(url: string, token: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` }
    get(url, { agent: false, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    }).once('error', reject)
  })
}

function requireOpenFiles(count: number): void {
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  if (limit !== 'unlimited' && Number(limit) < count)
    throw new Error(`only ${limit} files may be open; raise it first: ulimit -n ${count}`)
}
