import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { domainErrorOf } from '../failures.js'

/** Does work that only reads, on a database that has everything that was committed before the call. */
export type Read = <Result>(work: (db: Knex) => Promise<Result>) => Promise<Result>

/** How often, and after how many milliseconds, a replica is asked whether it has caught up. */
const LOOKS = 5
const LOOK_AGAIN_AFTER = 5
/** Milliseconds without a replica that had not caught up by then, and without one that did not answer. */
const LAGS_FOR = 1_000
const AWAY_FOR = 5_000

/** Reads on the replica once it has replayed what the primary had at the call; on the primary while it lags or is away. */
export function createRead(primary: Knex, replica: Knex, warn: (message: string) => void): Read {
  const reader = new ReplicaReader(primary, replica, warn)
  return (work) => reader.read(work)
}

class ReplicaReader {
  #asideUntil = 0

  constructor(
    readonly primary: Knex,
    readonly replica: Knex,
    readonly warn: (message: string) => void
  ) {}

  async read<Result>(work: (db: Knex) => Promise<Result>): Promise<Result> {
    if (!(await this.#isUsable())) return work(this.primary)
    try {
      return await work(this.replica)
    } catch (error) {
      if (domainErrorOf(error)?.code !== 'unavailable') throw error
      this.#setAside(error)
      return work(this.primary)
    }
  }

  async #isUsable(): Promise<boolean> {
    if (Date.now() < this.#asideUntil) return false
    const { lsn } = await firstRow<{ lsn: string }>(this.primary, 'select pg_current_wal_lsn() as lsn')
    try {
      if (await this.#reaches(lsn)) return true
      this.#asideUntil = Date.now() + LAGS_FOR
    } catch (error) {
      this.#setAside(error)
    }
    return false
  }

  async #reaches(lsn: string): Promise<boolean> {
    for (let look = 0; look < LOOKS; look += 1) {
      if (look > 0) await delay(LOOK_AGAIN_AFTER)
      const query = 'select pg_last_wal_replay_lsn() >= ? as has'
      if ((await firstRow<{ has: boolean }>(this.replica, query, [lsn])).has) return true
    }
    return false
  }

  #setAside(error: unknown): void {
    this.#asideUntil = Date.now() + AWAY_FOR
    this.warn(`the read replica is away: ${(error as Error).message}`)
  }
}

async function firstRow<Row>(db: Knex, query: string, values: string[] = []): Promise<Row> {
  const { rows } = (await db.raw(query, values)) as { rows: [Row] }
  return rows[0]
}
