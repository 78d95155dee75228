import { setTimeout as delay } from 'node:timers/promises'
import { startPostgres, type Postgres } from './postgres.js'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js'

/** A streaming standby, and the network between it and its primary. */
export interface Standby {
  postgres: Postgres
  link: TcpProxy
}

const ATTEMPTS = 600
const INTERVAL_MS = 50

/** Copies the primary and streams from it; resolves when it has caught up. */
export async function startStandby(
  primary: Postgres,
  settings: Record<string, string> = {},
  port?: number
): Promise<Standby> {
  const link = await startTcpProxy(primary.port)
  try {
    const standbyOf = primary.url.replace(`:${primary.port}/`, `:${link.port}/`)
    const postgres = await startPostgres(settings, { standbyOf, ...(port !== undefined && { port }) })
    await untilStreaming(primary)
    return { postgres, link }
  } catch (error) {
    await link.close()
    throw error
  }
}

/** From now on a commit on the primary waits until its standby has it. */
export async function makeSynchronous(primary: Postgres): Promise<void> {
  await primary.run("alter system set synchronous_standby_names = '*'")
  await primary.run('select pg_reload_conf()')
  await untilStreaming(primary, 'sync')
}

/** Resolves when a standby streams from this primary, in the way `pg_stat_replication` calls so, if one is given. */
export async function untilStreaming(primary: Postgres, way?: 'sync'): Promise<void> {
  const query = "select sync_state from pg_stat_replication where state = 'streaming'"
  for (let attempt = 1; ; attempt += 1) {
    const [row] = await primary.run(query)
    if (row !== undefined && (way === undefined || row.sync_state === way)) return
    if (attempt === ATTEMPTS) throw new Error('the standby does not stream')
    await delay(INTERVAL_MS)
  }
}
