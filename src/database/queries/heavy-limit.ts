import type { Knex } from 'knex'
import { busy } from '../../domain-error.js'
import { clientOf } from '../knex-client.js'

interface Gate {
  free: number
  waiting: Set<() => void>
}

/** Milliseconds that heavy work waits at most, as long as any statement waits for a connection. */
const PATIENCE_MS = 1_200

const gates = new WeakMap<Knex, Gate>()

/** Runs `work` on at most half of the pool's connections. Throws `busy` when too much waits. */
export async function withHeavyLimit<Result>(db: Knex, work: () => Promise<Result>): Promise<Result> {
  if (db.isTransaction === true) return work()
  const gate = gates.get(db) ?? {
    free: Math.max(1, Math.floor(clientOf(db).pool.max / 2)),
    waiting: new Set()
  }
  gates.set(db, gate)
  if (gate.free > 0) gate.free -= 1
  else await place(gate)
  try {
    return await work()
  } finally {
    const [next] = gate.waiting
    if (next === undefined) gate.free += 1
    else next()
  }
}

function place({ waiting }: Gate): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      waiting.delete(begin)
      clearTimeout(patience)
      resolve()
    }
    const patience = setTimeout(() => {
      waiting.delete(begin)
      reject(busy())
    }, PATIENCE_MS)
    waiting.add(begin)
  })
}
