import cluster, { type Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../config/config.js'
import { createLog } from './log.js'
import { listenForMetrics } from './metrics-port.js'
import { metricsOfWorkers } from '../metrics/metrics.js'

/** What a worker tells the first process when it is up. */
interface Up {
  ports: number[]
}

/** Milliseconds between the end of a worker and its replacement, so that one that cannot run does not take a core. */
const REPLACE_AFTER = 1_000

/** Starts `config.workers` workers and replaces those that end; `fail` when one ends before all are up. Serves metrics. */
export async function startWorkers(
  config: Config,
  fail: (error: Error) => void
): Promise<{ ports: number[]; stop: () => Promise<void> }> {
  const log = createLog(config.logLevel)
  let state: 'starting' | 'up' | 'stopping' = 'starting'
  cluster.on('exit', ({ process: { pid } }, code, signal) => {
    if (state === 'starting') fail(new Error(`worker ${pid} ended before it was up`))
    if (state !== 'up') return
    log.error({ worker: pid, code, signal }, 'a worker ended; starting another')
    void replace()
  })
  async function replace(): Promise<void> {
    await delay(REPLACE_AFTER)
    if (state !== 'up') return
    const worker = cluster.fork()
    await untilUp(worker)
    log.info({ worker: worker.process.pid }, 'the other worker is up')
  }
  const metrics = await listenForMetrics(config, metricsOfWorkers())
  const [ports] = await Promise.all(Array.from({ length: config.workers }, () => untilUp(cluster.fork())))
  state = 'up'
  return {
    ports: ports as number[],
    async stop() {
      state = 'stopping'
      await Promise.all(workers().map(end))
      await metrics?.close()
    }
  }
}

/** In a worker: tells the first process that this one answers on `ports`. */
export function reportUp(ports: number[]): void {
  process.send?.({ ports } satisfies Up)
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
}

/** Other messages than `Up` belong to the metrics. */
function untilUp(worker: Worker): Promise<number[]> {
  return new Promise((resolve) => {
    worker.on('message', (message: Partial<Up>) => {
      if (message.ports !== undefined) resolve(message.ports)
    })
  })
}

/** The worker answers what it has in flight first. */
async function end(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.process.kill('SIGTERM')
  await ended
}
