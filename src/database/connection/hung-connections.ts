import type { Client } from 'pg'

type Callback = (error: Error | undefined, ...rest: unknown[]) => void

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
export function dropHungConnections(): (client: Client, done: (error: Error | null, client: Client) => void) => void {
  const open = new Set<Watched>()

  function check(watched: Watched, error: unknown): void {
    if (!(error instanceof Error) || error.message !== 'Query read timeout') return
    drop(watched.client)
    for (const { client, waiting } of open) {
      if (waiting === 0 && client.getTransactionStatus() === 'I') drop(client)
    }
  }

  return (client, done) => {
    const watched = { client, waiting: 0 }
    open.add(watched)
    client.once('end', () => open.delete(watched))
    watchStatements(watched, (error) => check(watched, error))
    done(null, client)
  }
}

/** Knex gives a callback to `query`, others take its promise. */
function watchStatements(watched: Watched, answered: (error: unknown) => void): void {
  const { client } = watched
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const finish = (error: unknown): void => {
    watched.waiting -= 1
    answered(error)
  }
  client.query = ((...args: unknown[]): unknown => {
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      watched.waiting += 1
      return query(...args.slice(0, -1), ((error, ...rest) => {
        finish(error)
        ;(callback as Callback)(error, ...rest)
      }) satisfies Callback)
    }
    const result = query(...args)
    if (result instanceof Promise) {
      watched.waiting += 1
      result.then(() => finish(undefined), finish)
    }
    return result
  }) as typeof client.query
}

/** The pool learns of it at once by the event, before the socket is closed. */
function drop(client: Client): void {
  client.emit('error', new Error('the connection is silent'))
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
