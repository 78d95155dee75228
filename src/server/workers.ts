import cluster, { type Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from '../config/config.js'
import { createLog } from './log.js'
import { listenForMetrics } from './metrics-port.js'
import { metricsOfWorkers } from '../metrics/metrics.js'

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
  const workers = new Workers(createLog(config.logLevel), fail)
  const metrics = await listenForMetrics(config, metricsOfWorkers())
  return {
    ports: await workers.start(config.workers),
    async stop() {
      await workers.stop()
      await metrics?.close()
    }
  }
}

class Workers {
  #state: 'starting' | 'up' | 'stopping' = 'starting'

  constructor(
    readonly log: Logger,
    fail: (error: Error) => void
  ) {
    cluster.on('exit', ({ process: { pid } }, code, signal) => {
      if (this.#state === 'starting') fail(new Error(`worker ${pid} ended before it was up`))
      if (this.#state !== 'up') return
      log.error({ worker: pid, code, signal }, 'a worker ended; starting another')
      void this.#replace()
    })
  }

  /** Returns the ports on which all of them answer. */
  async start(count: number): Promise<number[]> {
    const [ports = []] = await Promise.all(Array.from({ length: count }, () => untilUp(cluster.fork())))
    this.#state = 'up'
    return ports
  }

  async stop(): Promise<void> {
    this.#state = 'stopping'
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    await Promise.all(workers.map(end))
  }

  async #replace(): Promise<void> {
    await delay(REPLACE_AFTER)
    if (this.#state !== 'up') return
    const worker = cluster.fork()
    await untilUp(worker)
    this.log.info({ worker: worker.process.pid }, 'the other worker is up')
  }
}

/** In a worker: tells the first process that this one answers on `ports`. */
export function reportUp(ports: number[]): void {
  process.send?.({ ports } satisfies Up)
}

/** Other messages than `Up` belong to the metrics. */
function untilUp(worker: Worker): Promise<number[]> {
  return new Promise((resolve) => {
    worker.on('message', (message: Partial<Up>) => {
      if (message.ports !== undefined) resolve(message.ports)
    })
  })
}

async function end(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.process.kill('SIGTERM')
  await ended
}
