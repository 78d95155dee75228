import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { postgresPool } from '../../src/database/connection/postgres.js'
import { startPostgres } from '../support/postgres.js'
import { startStandby } from '../support/standby.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const ATTEMPTS = 100
const INTERVAL_MS = 100

measuredTest(
  'several hosts in DATABASE_URL: the primary is found, and again after a failover',
  async (): Promise<Figure[]> => {
    const primary = await startPostgres()
    const { postgres: standby, link } = await startStandby(primary)
    try {
      const [first, second] = [primary, standby].map(({ port }) => `127.0.0.1:${port}`)
      const url = (hosts: string, wanted = ''): string => `postgres://postgres@${hosts}/postgres${wanted}`
      await reaches(url(`${second},${first}`), primary.port)
      await reaches(url(`${second},${first}`, '?target_session_attrs=read-write'), primary.port)
      const replica = postgresPool(url(`${first},${second}`, '?target_session_attrs=standby'), POOL)
      expectPort(await portOf(replica), standby.port)
      await replica.destroy()
      const refused = await reaches(url(second!, '?target_session_attrs=primary'), standby.port).catch(String)
      if (!/is no primary$/.test(refused ?? '')) throw new Error(`a standby alone: ${refused}`)

      const server = await connect(readConfig({ DATABASE_URL: url(`${first},${second}`) }))
      expectPort(await portOf(server.db), primary.port)
      await primary.kill()
      await standby.run('select pg_promote()')
      expectPort(await untilAnswered(server.db), standby.port)
      await server.close()
      return [
        { name: 'addresses with several hosts that lead to the right one', value: '4 of 4' },
        { name: 'the pool goes on with the standby that was promoted', value: 'yes' }
      ]
    } finally {
      await standby.remove()
      await link.close()
      await primary.remove()
    }
  }
)

const POOL = { size: 1, namedStatements: true, warn: () => {} }

async function reaches(url: string, port: number): Promise<void> {
  const database = await connect(readConfig({ DATABASE_URL: url }))
  try {
    expectPort(await portOf(database.db), port)
    expectPort(await database.withoutTimeouts(portOf), port)
  } finally {
    await database.close()
  }
}

async function portOf(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ port: number }] }>('select inet_server_port() as port')
  return rows[0].port
}

async function untilAnswered(db: Knex): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await portOf(db)
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      await delay(INTERVAL_MS)
    }
  }
}

function expectPort(port: number, expected: number): void {
  if (port !== expected) throw new Error(`the server at port ${port} answers, not that at ${expected}`)
}
