import type { Knex } from 'knex'

/** `cached plan must not change result type`: a newer server has migrated the database meanwhile. */
const OUTDATED = '0A000'

/**
 * Rows of a statement that each connection parses once, where it may keep statements (`NAMED_STATEMENTS`) and is in no
 * transaction, which could not go on after a refusal. The name stands for the text: another text needs another name.
 */
export async function namedQuery<Row>(
  db: Knex,
  name: string,
  sql: string,
  bindings: readonly Knex.RawBinding[] | Knex.ValueDict
): Promise<Row[]> {
  const query = (): Knex.Raw => db.raw(sql, bindings)
  try {
    const { rows } = await (keepsStatements(db) ? query().options({ name }) : query())
    return rows as Row[]
  } catch (error) {
    if ((error as { code?: string }).code !== OUTDATED || db.isTransaction === true) throw error
    const { rows } = await query()
    return rows as Row[]
  }
}

function keepsStatements(db: Knex): boolean {
  return db.userParams.namedStatements === true && db.isTransaction !== true
}
