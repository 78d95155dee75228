import type { Knex } from 'knex'
import type { Client, ClientConfig } from 'pg'
import { clientOf } from '../knex-client.js'

/** SQLSTATE of a connection that could not be made, whatever the reason. */
const UNABLE_TO_CONNECT = '08001'

/** Of several servers, which ones a session is for. Undefined: any. */
export type Wanted = 'primary' | 'standby' | undefined

/** Makes the pool try these ways in turn, the last good one first, until a server is as `wanted`. */
export function connectToFirst(db: Knex, ways: ClientConfig[], wanted: Wanted): void {
  const client = clientOf(db)
  const open = client.acquireRawConnection
  let good = 0

  async function openWay(way: ClientConfig): Promise<Client> {
    const own = Object.create(client, { connectionSettings: { value: way } }) as { version?: string }
    const connection = await open.call(own)
    client.version ??= own.version
    await checkWanted(connection, wanted)
    good = ways.indexOf(way)
    return connection
  }

  client.acquireRawConnection = () => firstOf([...ways.slice(good), ...ways.slice(0, good)], openWay)
}

async function firstOf(ways: ClientConfig[], open: (way: ClientConfig) => Promise<Client>): Promise<Client> {
  const failures: Failure[] = []
  for (const way of ways) {
    try {
      return await open(way)
    } catch (error) {
      failures.push({ way, error })
    }
  }
  throw failureOf(failures)
}

/** Ends the connection and throws where the server is not as wanted. */
async function checkWanted(connection: Client, wanted: Wanted): Promise<void> {
  if (wanted === undefined || (await isStandby(connection)) === (wanted === 'standby')) return
  await connection.end()
  throw new Error(`is no ${wanted}`)
}

interface Failure {
  way: ClientConfig
  error: unknown
}

async function isStandby(connection: Client): Promise<boolean> {
  const { rows } = await connection.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
  return rows.some(({ standby }) => standby)
}

/** One line: the reason, of several hosts that of each. */
function failureOf(failures: Failure[]): Error {
  const hosts = new Set(failures.map(({ way }) => way.host))
  const reasons = failures.map(({ way, error }) =>
    hosts.size > 1 ? `${way.host}: ${reasonOf(error)}` : reasonOf(error)
  )
  const message = [...new Set(reasons)].join('; ')
  return Object.assign(new Error(message, { cause: failures[0]?.error }), { code: UNABLE_TO_CONNECT })
}

/** Node tries every address of a host name, and its error about all of them has no message. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return (first as Error).message
}
