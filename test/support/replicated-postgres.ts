import { startHaproxyToPrimary, type Haproxy } from './haproxy.js'
import { freePorts } from './ports.js'
import { startPostgres, type Postgres } from './postgres.js'
import { startPrimaryCheck, type PrimaryCheck } from './primary-check.js'
import type { TcpProxy } from './tcp-proxy.js'
import { makeSynchronous, startStandby, type Standby } from './standby.js'

/** A primary and its synchronous standby, behind an address that leads to whichever is the primary. */
export class ReplicatedPostgres {
  #standby: Standby | undefined

  private constructor(
    readonly databaseUrl: string,
    readonly ports: number[],
    readonly checks: PrimaryCheck[],
    readonly haproxy: Haproxy,
    public primary: Postgres
  ) {}

  static async start(name: string): Promise<ReplicatedPostgres> {
    const ports = await freePorts(2)
    const checks = await Promise.all(ports.map(startPrimaryCheck))
    const primary = await startPostgres({}, { port: ports[0]! })
    const haproxy = await startHaproxyToPrimary(ports.map((port, index) => ({ port, checkPort: checks[index]!.port })))
    const direct = await primary.createDatabase(name)
    await haproxy.until(primary.port, 'UP')
    const url = direct.replace(`:${primary.port}/`, `:${haproxy.port}/`)
    const replicated = new ReplicatedPostgres(url, ports, checks, haproxy, primary)
    await replicated.addStandby()
    return replicated
  }

  /** The network between the primary and its standby. */
  get link(): TcpProxy {
    return this.#standby!.link
  }

  /** Kills the primary, promotes its standby, and gives that a standby of its own. */
  async failOver(): Promise<void> {
    await this.promote()
    await this.addStandby()
  }

  /** Kills the primary and promotes its standby, which has no standby then. */
  async promote(): Promise<void> {
    const { postgres, link } = this.#standby!
    const dead = this.primary
    await dead.kill()
    await postgres.run('select pg_promote()')
    this.primary = postgres
    this.#standby = undefined
    await Promise.all([dead.remove(), link.close()])
  }

  /** A synchronous one. */
  async addStandby(): Promise<void> {
    const free = this.ports.find((port) => port !== this.primary.port)!
    this.#standby = await startStandby(this.primary, {}, free)
    await makeSynchronous(this.primary)
  }

  async remove(): Promise<void> {
    await this.haproxy.end()
    await Promise.all(this.checks.map((check) => check.close()))
    await this.#standby?.link.close()
    await this.#standby?.postgres.remove()
    await this.primary.remove()
  }
}
