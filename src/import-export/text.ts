import { stringify } from 'csv-stringify/sync'
import type { Realm } from '../realms/realm.js'
import { columnsOf, type TransferredAccount } from './columns.js'
import { escapeFormula } from './formulas.js'
import type { Format } from './records.js'

/** The text of a file with these batches of accounts, in pieces. CSV is such as Excel opens: with a byte order mark. */
export async function* textOf(
  format: Format,
  realm: Realm,
  batches: AsyncIterable<TransferredAccount[]>
): AsyncGenerator<string> {
  if (format === 'csv') yield `\uFEFF${csvOf([Object.keys(columnsOf(realm))])}`
  for await (const batch of batches) {
    yield format === 'csv'
      ? csvOf(batch.map((account) => Object.keys(columnsOf(realm)).map((column) => account[column])))
      : batch.map((account) => `${JSON.stringify(account)}\n`).join('')
  }
}

/** Texts are in quotes, for an empty one is another thing than nothing. */
function csvOf(rows: unknown[][]): string {
  return stringify(rows, {
    quoted_string: true,
    record_delimiter: 'windows',
    cast: { boolean: String, string: escapeFormula }
  })
}
