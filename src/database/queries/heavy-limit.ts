import type { Knex } from 'knex'
import { clientOf } from '../knex-client.js'
import { Gate } from './gate.js'

/** Milliseconds that heavy work waits at most, as long as any statement waits for a connection. */
const PATIENCE_MS = 1_200

const gates = new WeakMap<Knex, Gate>()

/** Runs `work` on at most half of the pool's connections. Throws `busy` when too much waits. */
export async function withHeavyLimit<Result>(db: Knex, work: () => Promise<Result>): Promise<Result> {
  if (db.isTransaction === true) return work()
  const gate = gates.get(db) ?? new Gate(Math.max(1, Math.floor(clientOf(db).pool.max / 2)))
  gates.set(db, gate)
  return gate.pass(work, PATIENCE_MS)
}
