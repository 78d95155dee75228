import type { Knex } from 'knex'
import type { Table } from './tables.js'

const FETCHED_ROWS = 100
/** A batch is written as soon as it has so many characters. */
const BATCH_LENGTH = 1024 * 1024

/** Copies the rows of a table, which PostgreSQL itself turns into JSON and back. Tells how many after each batch. */
export async function copyRows(
  source: Knex.Transaction,
  target: Knex.Transaction,
  table: Table,
  onRows: (count: number) => void
): Promise<void> {
  const columns = table.columns.join(', ')
  const insert = `insert into ${table.name} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${table.name}, ?::jsonb)`
  for await (const batch of batchesOf(source, table)) {
    await target.raw(insert, [`[${batch.join(',')}]`])
    onRows(batch.length)
  }
}

async function* batchesOf(db: Knex.Transaction, { name }: Table): AsyncGenerator<string[]> {
  await db.raw(`declare copied no scroll cursor for select to_jsonb(t)::text as row from ${name} t`)
  let batch: string[] = []
  let length = 0
  for (;;) {
    const { rows } = await db.raw<{ rows: { row: string }[] }>(`fetch ${FETCHED_ROWS} from copied`)
    for (const { row } of rows) {
      batch.push(row)
      length += row.length
      if (length < BATCH_LENGTH) continue
      yield batch
      batch = []
      length = 0
    }
    if (rows.length < FETCHED_ROWS) break
  }
  if (batch.length > 0) yield batch
  await db.raw('close copied')
}
