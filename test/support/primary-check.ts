import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/** Answers `GET /primary` for one PostgreSQL server as Patroni does: 200 while it is a primary, 503 otherwise. */
export interface PrimaryCheck {
  port: number
  close(): Promise<void>
}

const PATIENCE_MS = 1_000

export async function startPrimaryCheck(databasePort: number): Promise<PrimaryCheck> {
  const patience = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS }
  const pool = new pg.Pool({ host: '127.0.0.1', port: databasePort, user: 'postgres', max: 1, ...patience })
  // The next check meets the same and answers 503.
  pool.on('error', () => {})

  async function isPrimary(): Promise<boolean> {
    try {
      const { rows } = await pool.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
      return rows[0]?.standby === false
    } catch {
      return false
    }
  }

  const server = createServer((_, response) => {
    void isPrimary().then((primary) => response.writeHead(primary ? 200 : 503, { connection: 'close' }).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await pool.end()
    }
  }
}
