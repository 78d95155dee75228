import type { Knex } from 'knex'
import type { QueryConfig } from 'pg'
import { clientOf } from '../knex-client.js'

/** `cached plan must not change result type`: a newer server has migrated the database meanwhile. */
const OUTDATED = '0A000'

/**
 * Rows of a statement with `$1`, `$2` …, which each connection parses once where it may keep statements
 * (`NAMED_STATEMENTS`) and is in no transaction, which could not go on after a refusal. The name identifies the text:
 * another text needs another name. It goes to the driver by Knex's pool but not through its query builder.
 */
export function preparedQuery<Row>(db: Knex, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return rowsOf(db, name, keepsStatements(db) ? { name, text, values } : { text, values })
}

/** The same for a statement whose best plan depends on its values: it is planned each time. */
export function unpreparedQuery<Row>(db: Knex, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return rowsOf(db, name, { text, values })
}

async function rowsOf<Row>(db: Knex, name: string, statement: QueryConfig): Promise<Row[]> {
  const connection = await clientOf(db).acquireConnection()
  const send = async (sent: QueryConfig): Promise<Row[]> => (await connection.query(sent)).rows as Row[]
  try {
    return await send(statement)
  } catch (error) {
    if (db.isTransaction !== true && codeOf(error) === OUTDATED) return await send({ ...statement, name: undefined })
    throw describeError(name, error)
  } finally {
    void clientOf(db).releaseConnection(connection)
  }
}

function keepsStatements(db: Knex): boolean {
  return db.userParams.namedStatements === true && db.isTransaction !== true
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code
}

/** The error with the statement's name before its message, as Knex puts the text of its own before theirs. */
function describeError(name: string, error: unknown): unknown {
  if (error instanceof Error) error.message = `${name} - ${error.message}`
  return error
}
