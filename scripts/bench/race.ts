import { median } from '../../test/support/median.js'
import { agreedBodies, watchBodies, type Normalize } from './check.js'
import { generate, type Request } from './generator.js'
import { cpuSeconds, peakMemory } from './processes.js'
import type { Server } from './serve.js'
import type { Environment } from './environment.js'
import type { Pace } from './scenario.js'

/** What one server did in one round. */
export interface Lap {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** CPU milliseconds for 1,000 requests. */
  node: number
  postgres: number
}

/** Medians over the rounds, the rounds themselves, and the peak of the process in bytes. */
export interface Result extends Lap {
  laps: Lap[]
  peak: number
}

export interface Race {
  servers: Server[]
  connections: number
  requests: Request[]
  /** Servers that do not do the work and so are not looked at. */
  unchecked?: Server[]
  normalize?: Normalize
}

/** The servers one after the other, in every round in another order, so that what changes meanwhile meets all alike. */
export async function race(
  environment: Environment,
  pace: Pace,
  { servers, ...load }: Race
): Promise<Map<string, Result>> {
  const { requests, connections, unchecked = [], normalize = (body) => body } = load
  const checked = servers.filter((server) => !unchecked.includes(server))
  const expected = await agreedBodies(checked, requests, normalize)
  for (const { origin } of servers) await generate({ origin, connections, seconds: pace.warmUpSeconds, requests })
  const laps = new Map<string, Lap[]>(servers.map(({ name }) => [name, []]))
  for (let round = 0; round < pace.rounds; round += 1) {
    for (let turn = 0; turn < servers.length; turn += 1) {
      const server = servers[(turn + round) % servers.length]!
      const watch = checked.includes(server) ? watchBodies(server, requests, expected, normalize) : undefined
      laps.get(server.name)!.push(await runLap(environment, server, { connections, requests, seconds: pace.seconds }))
      await watch?.stop()
    }
  }
  return new Map(servers.map((server) => [server.name, resultOf(server, laps.get(server.name)!)]))
}

async function runLap(
  environment: Environment,
  { origin, pid }: Server,
  load: { connections: number; requests: Request[]; seconds: number }
): Promise<Lap> {
  const before = [cpuSeconds(pid), cpuSeconds(environment.postgresPid)] as const
  const { requests, seconds, p50, p99 } = await generate({ origin, ...load })
  const [node, postgres] = [cpuSeconds(pid) - before[0], cpuSeconds(environment.postgresPid) - before[1]]
  const each = 1e6 / requests
  return { perSecond: requests / seconds, p50, p99, node: node * each, postgres: postgres * each }
}

function resultOf(server: Server, laps: Lap[]): Result {
  const middle = (figure: keyof Lap): number => median(laps.map((lap) => lap[figure]))
  return {
    perSecond: middle('perSecond'),
    p50: middle('p50'),
    p99: middle('p99'),
    node: middle('node'),
    postgres: middle('postgres'),
    laps,
    peak: peakMemory(server.pid)
  }
}

/** Median of the ratios round by round: neighbours in time are compared. */
export function ratio(ours: Result, peer: Result, figure: keyof Lap = 'perSecond'): number {
  return median(ours.laps.map((lap, index) => lap[figure] / peer.laps[index]![figure]))
}

const HEAD = ['', 'requests/s', 'ratio', 'p50 ms', 'p99 ms', 'node ms/1,000', 'PostgreSQL ms/1,000', 'peak MiB']

/** The results as a table; `ratio` is ours ÷ theirs. */
export function raceTable(results: Map<string, Result>): { head: string[]; rows: string[][] } {
  const [ours] = [...results.values()]
  const rows = [...results].map(([name, result]) => [
    name,
    Math.round(result.perSecond).toLocaleString('en'),
    result === ours ? '' : `${ratio(ours!, result).toFixed(2)} ×`,
    result.p50.toFixed(2),
    result.p99.toFixed(2),
    result.node.toFixed(0),
    result.postgres.toFixed(0),
    (result.peak / 2 ** 20).toFixed(0)
  ])
  return { head: HEAD, rows }
}
