import type { Knex } from 'knex'

/** `cached plan must not change result type`: a newer server has migrated the database meanwhile. */
const OUTDATED = '0A000'

/**
 * Rows of a statement that each connection parses and plans once, where the server may keep statements: see
 * `NAMED_STATEMENTS`. The name stands for the text: another text needs another name.
 */
export async function namedQuery<Row>(
  db: Knex,
  name: string,
  sql: string,
  bindings: Knex.RawBinding[]
): Promise<Row[]> {
  const query = (): Knex.Raw => db.raw(sql, bindings)
  try {
    const { rows } = await (db.userParams.namedStatements === true ? query().options({ name }) : query())
    return rows as Row[]
  } catch (error) {
    if ((error as { code?: string }).code !== OUTDATED) throw error
    const { rows } = await query()
    return rows as Row[]
  }
}
