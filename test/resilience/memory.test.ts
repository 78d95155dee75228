import { setTimeout as delay } from 'node:timers/promises'
import { processesBelow } from '../support/cpu.js'
import { median } from '../support/median.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { memoryOf, shareOfMemory } from '../support/memory.js'
import { startPostgres, type Postgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { logIn } from '../support/writer.js'
import { loadWithWrk, requireWrk } from '../support/wrk.js'

const STARTS = 3
/** The server looks every 10 s whether it is quiet, and may have to look once more. */
const QUIET_MS = 25_000
const LOAD = { connections: 64, seconds: 10 }
/** Of what was taken at most, what is left once it is quiet. */
const HIGHEST_REST = 0.85

measuredTest('memory of a server and of its workers at rest', async (): Promise<Figure[]> => {
  requireWrk()
  const postgres = await startPostgres({ fsync: 'off' })
  try {
    const alone: Memory[] = []
    for (let start = 0; start < STARTS; start += 1) alone.push(await measure(postgres, { WORKERS: '1' }, serverAlone))
    const two = await measure(postgres, { WORKERS: '2' }, allProcesses)
    const three = await measure(postgres, { WORKERS: '3' }, allProcesses)
    const rest = median(alone.map(({ loaded, after }) => after / loaded))
    if (rest > HIGHEST_REST) throw new Error(`${rest.toFixed(2)} of the memory under load is taken once it is quiet`)
    const of = (field: keyof Memory): string => `${median(alone.map((memory) => memory[field]))} MiB`
    return [
      { name: 'resident, at rest after the start', value: of('started') },
      { name: 'resident, under load', value: of('loaded') },
      { name: 'resident, at rest after the load', value: of('after') },
      {
        name: 'a worker more, with its process for hashes, after the start',
        value: `${three.started - two.started} MiB`
      },
      { name: 'a worker more, with its process for hashes, after the load', value: `${three.after - two.after} MiB` }
    ]
  } finally {
    await postgres.remove()
  }
})

/** MiB. */
interface Memory {
  started: number
  loaded: number
  after: number
}

const serverAlone = ({ pid }: ServerProcess): number => Math.round(memoryOf(pid, 'VmRSS') / 1024)
const allProcesses = ({ pid }: ServerProcess): number =>
  Math.round([pid, ...processesBelow(pid)].reduce((sum, one) => sum + shareOfMemory(one), 0) / 1024)

async function measure(
  postgres: Postgres,
  env: Record<string, string>,
  take: (server: ServerProcess) => number
): Promise<Memory> {
  const DATABASE_URL = await postgres.createDatabase(`memory_${Date.now()}`)
  const settings = { ...UNLIMITED, ...env, DATABASE_URL, DATA_DIR: postgres.folder, LOG_LEVEL: 'error' }
  const server = await spawnServer({ ...settings, TOKEN_SECRET: 'a secret that all of the workers share' })
  try {
    await delay(QUIET_MS)
    const started = take(server)
    const token = await logIn(server.origin, 'admin', 'zhou0914.')
    const { failed } = await loadWithWrk(`${server.origin}/tms/user/me`, { ...LOAD, token })
    if (failed > 0) throw new Error(`${failed} requests failed`)
    const loaded = take(server)
    await delay(QUIET_MS)
    return { started, loaded, after: take(server) }
  } finally {
    await server.end()
  }
}
