import { execFile } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from '../../support/median.js'
import { bodyOf } from '../check.js'
import { generate, type Request } from '../generator.js'
import { PASSWORD } from '../seed.js'
import type { Server } from '../serve.js'
import type { Stand } from '../stand.js'
import { atLeast, atMost, type Pace, type Section } from '../work.js'
import { meRequests } from './me.js'

const CONNECTIONS = 16
const ACCOUNTS = 64
/** One request of another kind every so many milliseconds, whether or not the last one is answered. */
const ASK_EVERY_MS = 5

const run = promisify(execFile)

/** Logins without pause, and what they cost the others. */
export async function work(stand: Stand, pace: Pace): Promise<Section> {
  const ours = await stand.ours()
  const logins = Array.from({ length: ACCOUNTS }, (_, index) => loginRequest(`user${index + 1}`))
  const [bare, rates, quiet, storm]: number[][] = [[], [], [], []] as never
  try {
    for (const login of logins.slice(0, 4)) await bodyOf(ours, login)
    const { seconds } = pace
    for (let round = 0; round < pace.rounds; round += 1) {
      bare!.push(await bareRate(seconds))
      const calm = await askWhile(ours, meRequests(stand), delay(seconds * 1000))
      const load = generate({ origin: ours.origin, connections: CONNECTIONS, seconds, requests: logins })
      const busy = await askWhile(ours, meRequests(stand), load)
      const measured = await load
      rates!.push(measured.requests / measured.seconds)
      quiet!.push(percentile99(calm))
      storm!.push(percentile99(busy))
    }
  } finally {
    await ours.end()
  }
  const rate = median(rates!.map((value, round) => value / bare![round]!))
  const slower = median(storm!.map((value, round) => value / quiet![round]!))
  return {
    title: 'Logins',
    notes: [
      `POST /tms/login from ${CONNECTIONS} connections, bcrypt of cost 10, against a process that does nothing but compare with \`bcrypt\` on all cores. Meanwhile GET /tms/user/me is asked ${1000 / ASK_EVERY_MS} times a second, and without the logins before.`
    ],
    tables: [
      {
        head: ['', 'median'],
        rows: [
          ['bare bcrypt, passwords/s', median(bare!).toFixed(1)],
          ['logins/s', median(rates!).toFixed(1)],
          ['p99 of GET me, quiet, ms', median(quiet!).toFixed(2)],
          ['p99 of GET me under logins, ms', median(storm!).toFixed(2)]
        ]
      }
    ],
    goals: [
      atLeast('logins/s, of the bare library on all cores', 0.85, rate),
      atMost('p99 of GET me under logins, of quiet', 1.7, slower)
    ]
  }
}

function loginRequest(username: string): Request {
  const body = new URLSearchParams({ username, password: PASSWORD }).toString()
  return { method: 'POST', path: '/tms/login', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body }
}

/** Passwords that the library compares in a second. */
async function bareRate(seconds: number): Promise<number> {
  const script = fileURLToPath(new URL('../bare-bcrypt.js', import.meta.url))
  const { stdout } = await run(process.execPath, [script, String(seconds)])
  return Number(stdout)
}

/** Asks in turn until `until` is over. Milliseconds of each answer; throws when one is not 200. */
async function askWhile(server: Server, requests: Request[], until: Promise<unknown>): Promise<number[]> {
  let over = false
  void until.catch(() => {}).then(() => (over = true))
  const asked: Promise<number>[] = []
  for (let count = 0; !over; count += 1) {
    asked.push(timeOf(server, requests[count % requests.length]!))
    await delay(ASK_EVERY_MS)
  }
  return Promise.all(asked)
}

async function timeOf(server: Server, request: Request): Promise<number> {
  const from = performance.now()
  await bodyOf(server, request)
  return performance.now() - from
}

function percentile99(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? NaN
}
