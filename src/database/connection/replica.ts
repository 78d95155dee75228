import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { domainErrorOf } from '../failures.js'
import { SHARED_SCHEMA } from '../migrations/shared-schema.js'

/** Does work that only reads, on a database that has everything that was committed before the call. */
export type Read = <Result>(work: (db: Knex) => Promise<Result>) => Promise<Result>

/** How often, and after how many milliseconds, a replica is asked whether it has caught up. */
const LOOKS = 5
const LOOK_AGAIN_AFTER = 5
/** Milliseconds without a replica that had not caught up by then, and without one that did not answer. */
const LAGS_FOR = 1_000
const AWAY_FOR = 5_000

/** Where the primary is in its log. Each promotion of a standby begins a timeline, in which other positions follow. */
interface Position {
  lsn: string
  timeline: string
}

const POSITION = `
  select pg_current_wal_lsn() as lsn,
    system_identifier || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as timeline
  from pg_control_system()`
const REACHED = `
  select pg_last_wal_replay_lsn() >= ?
    and exists (select from ${SHARED_SCHEMA}.timelines where timeline = ?) as reached`

/**
 * Reads on the replica once it has replayed what the primary had at the call; on the primary while it lags, is away or
 * follows an earlier primary, whose log may be longer than that of its successor.
 */
export function createRead(primary: Knex, replica: Knex, warn: (message: string) => void): Read {
  const reader = new ReplicaReader(primary, replica, warn)
  return (work) => reader.read(work)
}

class ReplicaReader {
  #asideUntil = 0
  /** The last one that is written to the primary. */
  #timeline: string | undefined

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
    const position = await firstRow<Position>(this.primary, POSITION)
    try {
      await this.#write(position)
      if (await this.#reaches(position)) return true
      this.#asideUntil = Date.now() + LAGS_FOR
    } catch (error) {
      this.#setAside(error)
    }
    return false
  }

  /** A replica of an earlier primary never has the row. */
  async #write({ timeline }: Position): Promise<void> {
    if (timeline === this.#timeline) return
    await this.primary(`${SHARED_SCHEMA}.timelines`).insert({ timeline }).onConflict().ignore()
    this.#timeline = timeline
  }

  async #reaches({ lsn, timeline }: Position): Promise<boolean> {
    for (let look = 0; look < LOOKS; look += 1) {
      if (look > 0) await delay(LOOK_AGAIN_AFTER)
      const { reached } = await firstRow<{ reached: boolean }>(this.replica, REACHED, [lsn, timeline])
      if (reached) return true
    }
    return false
  }

  #setAside(error: unknown): void {
    this.#asideUntil = Date.now() + AWAY_FOR
    this.warn(`the read replica cannot be used: ${(error as Error).message}`)
  }
}

async function firstRow<Row>(db: Knex, query: string, values: string[] = []): Promise<Row> {
  const { rows } = (await db.raw(query, values)) as { rows: [Row] }
  return rows[0]
}
