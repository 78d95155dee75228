import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from '../../../test/support/median.js'
import { bodyOf, type Normalize } from '../check.js'
import { generate, type Load, type Measured, type Request } from '../generator.js'
import { PASSWORD } from '../seed.js'
import type { Environment } from '../environment.js'
import { atLeast, atMost, type Goal } from '../goals.js'
import { race, raceTable, ratioOf } from '../race.js'
import { isThere } from '../serve.js'
import type { Pace, Section } from '../scenario.js'
import type { Table } from '../table.js'
import { meRequests } from './me.js'

const CONNECTIONS = 16
const ACCOUNTS = 64
/** A login takes long, on a busy machine longer than a short round. */
const SECONDS = 3
/** Beside others, who compare all at once: few, so that little is under way when a round ends. */
const BESIDE = 4
const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g
/** Some 200 requests of another kind a second. */
const ASKING = { connections: 4, pause: 20 }

const run = promisify(execFile)

/** What each round measured. */
interface Rounds {
  /** Passwords that the bare library compares in a second. */
  bare: number[]
  /** Logins in a second. */
  rates: number[]
  /** The p99 of GET me in milliseconds, alone and while logins run. */
  quiet: number[]
  busy: number[]
}

/** Logins without pause, and what they cost the others. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const long = { ...pace, seconds: Math.max(pace.seconds, SECONDS), warmUpSeconds: SECONDS }
  const rounds = await measure(environment, long)
  const beside = await raceOfLogins(environment, long)
  const { bare, rates, quiet, busy } = rounds
  return {
    title: 'Logins',
    notes: [
      `POST /tms/login from ${CONNECTIONS} connections, bcrypt of cost 10, against a process that only compares with \`bcrypt\` on all cores. Then GET /tms/user/me is sent some ${(ASKING.connections * 1000) / ASKING.pause} times a second, first alone, then while as many log in again.`,
      `At the end logins from ${BESIDE} connections beside those of others, who look the account up, compare the password, sign a token and keep the session. Ours counts attempts and writes the audit trail too.`
    ],
    tables: [tableOf(rounds), beside.table],
    goals: [
      atLeast('logins/s, of the bare library on all cores', 0.97, medianRatio(rates, bare)),
      atMost('p99 of GET me under logins, of quiet', 1.7, medianRatio(busy, quiet)),
      beside.goal
    ]
  }
}

async function raceOfLogins(environment: Environment, pace: Pace): Promise<{ table: Table; goal: Goal }> {
  const ours = await environment.ours()
  const go = await environment.foreignPeer('go')
  const servers = [ours, await environment.foreignPeer('rust'), go].filter(isThere)
  try {
    const requests = loginRequests(BESIDE)
    const normalize: Normalize = (body) => body.replaceAll(JWT, '')
    const results = await race(environment, pace, { servers, connections: BESIDE, requests, normalize })
    const total = ratioOf(results, ours, go, 'total')
    return { table: raceTable(results), goal: atMost("tms login, total CPU, of Go's twin", 1, total) }
  } finally {
    await Promise.all(servers.map((server) => server.end()))
  }
}

async function measure(environment: Environment, { seconds, rounds }: Pace): Promise<Rounds> {
  const ours = await environment.ours()
  const requests = loginRequests(ACCOUNTS)
  const logins: Load = { origin: ours.origin, connections: CONNECTIONS, seconds, requests }
  const calls: Load = { origin: ours.origin, ...ASKING, seconds, requests: meRequests(environment) }
  const measured: Rounds = { bare: [], rates: [], quiet: [], busy: [] }
  try {
    for (const login of requests.slice(0, 4)) await bodyOf(ours, login)
    for (let round = 0; round < rounds; round += 1) {
      measured.bare.push(await bareRate(seconds))
      measured.rates.push(rateOf(await generate(logins)))
      measured.quiet.push((await generate(calls)).p99)
      const [busy] = await Promise.all([generate(calls), generate(logins)])
      measured.busy.push(busy.p99)
    }
    return measured
  } finally {
    await ours.end()
  }
}

function tableOf({ bare, rates, quiet, busy }: Rounds): Table {
  return {
    head: ['', 'median'],
    rows: [
      ['bare bcrypt, passwords/s', median(bare).toFixed(1)],
      ['logins/s', median(rates).toFixed(1)],
      ['p99 of GET me, quiet, ms', median(quiet).toFixed(2)],
      ['p99 of GET me under logins, ms', median(busy).toFixed(2)]
    ]
  }
}

/** Of each round's ratio. */
function medianRatio(figures: number[], base: number[]): number {
  return median(figures.map((figure, round) => figure / base[round]!))
}

function loginRequests(count: number): Request[] {
  return Array.from({ length: count }, (_, index) => loginRequest(`user${index + 1}`))
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
