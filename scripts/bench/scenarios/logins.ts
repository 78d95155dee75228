import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from '../../../test/support/median.js'
import { bodyOf } from '../check.js'
import { generate, type Load, type Measured, type Request } from '../generator.js'
import { PASSWORD } from '../seed.js'
import type { Environment } from '../environment.js'
import { atLeast, atMost, type Pace, type Section } from '../scenario.js'
import { meRequests } from './me.js'

const CONNECTIONS = 16
const ACCOUNTS = 64
/** Some 200 requests of another kind a second. */
const ASKING = { connections: 4, pause: 20 }

const run = promisify(execFile)

/** Logins without pause, and what they cost the others. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const ours = await environment.ours()
  const requests = Array.from({ length: ACCOUNTS }, (_, index) => loginRequest(`user${index + 1}`))
  const { seconds } = pace
  const logins: Load = { origin: ours.origin, connections: CONNECTIONS, seconds, requests }
  const asks: Load = { origin: ours.origin, ...ASKING, seconds, requests: meRequests(environment) }
  const [bare, rates, quiet, storm]: number[][] = [[], [], [], []] as never
  try {
    for (const login of requests.slice(0, 4)) await bodyOf(ours, login)
    for (let round = 0; round < pace.rounds; round += 1) {
      bare!.push(await bareRate(seconds))
      rates!.push(rateOf(await generate(logins)))
      quiet!.push((await generate(asks)).p99)
      const [busy] = await Promise.all([generate(asks), generate(logins)])
      storm!.push(busy.p99)
    }
  } finally {
    await ours.end()
  }
  const rate = median(rates!.map((value, round) => value / bare![round]!))
  const slower = median(storm!.map((value, round) => value / quiet![round]!))
  return {
    title: 'Logins',
    notes: [
      `POST /tms/login from ${CONNECTIONS} connections, bcrypt of cost 10, against a process that does nothing but compare with \`bcrypt\` on all cores. Then GET /tms/user/me is asked some ${(ASKING.connections * 1000) / ASKING.pause} times a second, first alone, then while as many log in again.`
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

function rateOf({ requests, seconds }: Measured): number {
  return requests / seconds
}
