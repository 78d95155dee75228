import type { Client } from 'pg'

/**
 * Takes the names off the statements of a connection, so that PostgreSQL keeps none of them: behind a pooler, the next
 * use of a name may reach a connection that does not know it, or knows it already.
 */
export function sendUnnamed(client: Client): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((statement: unknown, ...rest: unknown[]) =>
    query(isNamed(statement) ? { ...statement, name: undefined } : statement, ...rest)) as typeof client.query
}

function isNamed(statement: unknown): statement is { name: unknown } {
  return typeof statement === 'object' && statement !== null && 'name' in statement && !('submit' in statement)
}
