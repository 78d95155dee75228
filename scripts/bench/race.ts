import { median } from '../../test/support/median.js'
import { agreedBodies, watchBodies, type Normalize, type Watch } from './check.js'
import { generate, type Request } from './generator.js'
import { peakMemory, withCpu } from './processes.js'
import type { Server } from './serve.js'
import type { Environment } from './environment.js'
import type { Pace } from './scenario.js'

/** What one server did in one round. */
export interface Lap {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** CPU of a request in microseconds, and both together. */
  server: number
  postgres: number
  total: number
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
      const load = { connections, requests, seconds: pace.seconds }
      laps.get(server.name)!.push(await runLap(environment, server, load, watch))
      await watch?.stop()
    }
  }
  return new Map(servers.map((server) => [server.name, resultOf(server, laps.get(server.name)!)]))
}

async function runLap(
  { postgresPid }: Environment,
  { origin, pid }: Server,
  load: { connections: number; requests: Request[]; seconds: number },
  watch: Watch | undefined
): Promise<Lap> {
  const pids = { server: pid, postgres: postgresPid }
  const { done, cpu } = await withCpu(pids, () => generate({ origin, ...load }))
  const { requests, seconds, p50, p99 } = done
  const each = 1e6 / (requests + (watch?.answers() ?? 0))
  const [server, postgres, total] = [cpu.server * each, cpu.postgres * each, cpu.total * each]
  return { perSecond: requests / seconds, p50, p99, server, postgres, total }
}

function resultOf(server: Server, laps: Lap[]): Result {
  const middle = (figure: keyof Lap): number => median(laps.map((lap) => lap[figure]))
  return {
    perSecond: middle('perSecond'),
    p50: middle('p50'),
    p99: middle('p99'),
    server: middle('server'),
    postgres: middle('postgres'),
    total: middle('total'),
    laps,
    peak: peakMemory(server.pid)
  }
}

/** Median of the ratios round by round, ours ÷ theirs: neighbours in time are compared. */
function ratio(ours: Result, peer: Result, figure: keyof Lap): number {
  return median(ours.laps.map((lap, index) => lap[figure] / peer.laps[index]![figure]))
}

/** Ours ÷ theirs; undefined where there is no such peer. */
export function ratioOf(
  results: Map<string, Result>,
  ours: Server,
  peer: Server | undefined,
  figure: keyof Lap = 'perSecond'
): number | undefined {
  return peer && ratio(results.get(ours.name)!, results.get(peer.name)!, figure)
}

const HEAD = [
  ...['', 'requests/s', 'ratio', 'p50 ms', 'p99 ms'],
  ...['server CPU µs', 'PostgreSQL CPU µs', 'total CPU µs', 'ratio', 'peak MiB']
]

/** The results as a table; `ratio` is ours ÷ theirs. */
export function raceTable(results: Map<string, Result>): { head: string[]; rows: string[][] } {
  const [ours] = [...results.values()]
  const rows = [...results].map(([name, result]) => [
    name,
    Math.round(result.perSecond).toLocaleString('en'),
    result === ours ? '' : times(ratio(ours!, result, 'perSecond')),
    result.p50.toFixed(2),
    result.p99.toFixed(2),
    result.server.toFixed(0),
    result.postgres.toFixed(0),
    result.total.toFixed(0),
    result === ours ? '' : times(ratio(ours!, result, 'total')),
    (result.peak / 2 ** 20).toFixed(0)
  ])
  return { head: HEAD, rows }
}

function times(value: number): string {
  return `${value.toFixed(2)} ×`
}
