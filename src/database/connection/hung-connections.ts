import type { Client } from 'pg'
import { watchStatements } from './watch-statements.js'

interface Watched {
  client: Client
  /** Statements that wait for their answer. */
  waiting: number
}

/**
 * What a pool does with each new connection. One whose statement got no answer in time is not to be used again:
 * node-postgres would send the next one behind it. It is dropped, and the idle connections with it: they took the same way, and
 * would cost a request each to find out. The pool makes others.
 */
export function dropHungConnections(): (client: Client) => void {
  const open = new Set<Watched>()

  function check(watched: Watched, error: unknown): void {
    if (!(error instanceof Error) || error.message !== 'Query read timeout') return
    drop(watched.client)
    for (const { client, waiting } of open) {
      if (waiting === 0 && client.getTransactionStatus() === 'I') drop(client)
    }
  }

  return (client) => {
    const watched = { client, waiting: 0 }
    open.add(watched)
    client.once('end', () => open.delete(watched))
    const finish = (error?: unknown): void => {
      watched.waiting -= 1
      check(watched, error)
    }
    watchStatements(client, () => {
      watched.waiting += 1
      return finish
    })
  }
}

/** The pool learns of it at once by the event, before the socket is closed. */
function drop(client: Client): void {
  client.emit('error', new Error('the connection is silent'))
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
