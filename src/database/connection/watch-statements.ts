import type { Client } from 'pg'

type Callback = (error: Error | undefined, ...rest: unknown[]) => void

/** Called when a statement has ended, with the error if it failed. */
export type Finish = (error?: unknown) => void

/** Calls `begin` with each statement that is sent on a connection, and what it returns when the statement has ended. */
export function watchStatements(client: Client, begin: (statement: unknown) => Finish): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]): unknown => {
    const finish = begin(args[0])
    const callback = args.at(-1)
    // Knex gives a callback, others take the promise.
    if (typeof callback === 'function') {
      return query(...args.slice(0, -1), ((error, ...rest) => {
        finish(error)
        ;(callback as Callback)(error, ...rest)
      }) satisfies Callback)
    }
    const result = query(...args) as Promise<unknown>
    result.then(() => finish(), finish)
    return result
  }) as typeof client.query
}
