import { startHaproxy, type Haproxy } from '../haproxy.js'
import type { Load } from '../load.js'
import { freePorts } from '../ports.js'
import { spawnServer, type ServerProcess } from '../server-process.js'
import type { Version } from './versions.js'

const GOOD_ANSWERS = 3
const PATIENCE_MS = 60_000

/** Servers of two versions behind one balancer, started and stopped one by one. */
export class Fleet {
  /** Has to be answered well before the next one is started or stopped. */
  load: Load | undefined
  readonly #running = new Map<number, ServerProcess>()

  private constructor(
    readonly env: Record<string, string>,
    readonly balancer: Haproxy,
    readonly olderPorts: number[],
    readonly newerPorts: number[]
  ) {}

  static async open(env: Record<string, string>, replicas: number): Promise<Fleet> {
    const ports = await freePorts(2 * replicas)
    return new Fleet(env, await startHaproxy(ports), ports.slice(0, replicas), ports.slice(replicas))
  }

  async start({ main }: Version, ports: number[]): Promise<void> {
    for (const port of ports) {
      this.#running.set(port, await spawnServer({ ...this.env, PORT: String(port) }, [], main))
      await this.balancer.until(port, 'UP')
      await this.untilGood()
    }
  }

  async stop(ports: number[]): Promise<void> {
    for (const port of ports) {
      const server = this.#running.get(port)!
      if ((await server.end('SIGTERM')) !== 0) throw new Error(`a server did not end well: ${server.output()}`)
      this.#running.delete(port)
      await this.balancer.until(port, 'DOWN')
      await this.untilGood()
    }
  }

  async untilGood(): Promise<void> {
    await this.load?.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
  }

  async close(): Promise<void> {
    await this.balancer.end()
    await Promise.all([...this.#running.values()].map((server) => server.end('SIGKILL')))
  }
}
