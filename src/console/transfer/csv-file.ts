import { parse, type CsvError } from 'csv-parse/browser/esm'
import { BYTE_ORDER_MARK, csvRow, textOfCell } from './csv.ts'
import { LONGEST_RECORD } from './file-text.ts'
import { ERROR_COLUMN, UnreadableFile, type FileRecord, type RecordFile } from './record-file.ts'
import { t } from './texts.ts'

interface Row {
  line: number
  cells: string[]
}

/** A CSV file whose first row names the columns. Throws `UnreadableFile`. */
export async function openCsv(text: AsyncGenerator<string>): Promise<RecordFile> {
  const rows = filledRows(text)
  const { value: header } = await rows.next()
  if (header === undefined) throw new UnreadableFile(t('import.empty'))
  const columns = header.cells.map((cell) => cell.trim())
  if (new Set(columns).size < columns.length) throw new UnreadableFile(t('import.twice'))
  const head = BYTE_ORDER_MARK + csvRow([...columns.filter((name) => name !== ERROR_COLUMN), ERROR_COLUMN])
  return { columns, head, records: recordsOf(rows, columns) }
}

async function* recordsOf(rows: AsyncGenerator<Row>, columns: readonly string[]): RecordFile['records'] {
  for await (const { line, cells } of rows) yield recordOf(line, cells, columns)
}

function recordOf(line: number, cells: readonly string[], columns: readonly string[]): FileRecord {
  const withError = (message: string): string => {
    const kept = columns.flatMap((name, index) => (name === ERROR_COLUMN ? [] : [cells[index] ?? '']))
    return csvRow([...kept, message])
  }
  if (cells.length !== columns.length) {
    const counts = { count: cells.length, columns: columns.length }
    return { line, values: {}, fault: t('import.cells', counts), withError }
  }
  const values = Object.fromEntries(columns.map((name, index) => [name, textOfCell(cells[index]!)]))
  return { line, values, withError }
}

/** Rows that are not empty. */
async function* filledRows(text: AsyncGenerator<string>): AsyncGenerator<Row, void, undefined> {
  for await (const row of rowsOf(text)) if (row.cells.some((cell) => cell.trim() !== '')) yield row
}

async function* rowsOf(text: AsyncGenerator<string>): AsyncGenerator<Row, void, undefined> {
  const first = await text.next()
  if (first.done) return
  const parser = createParser(delimiterOf(first.value))
  for (let part: IteratorResult<string, void> = first; !part.done; part = await text.next()) {
    yield* await parser.write(part.value)
  }
  yield* await parser.end()
}

interface RowParser {
  write(text: string): Promise<Row[]>
  end(): Promise<Row[]>
}

function createParser(delimiter: string): RowParser {
  const rows: Row[] = []
  let line = 1
  let fail: (error: Error) => void = () => {}
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    raw: true
  })
  parser.on('data', ({ record, raw }: { record: string[]; raw: string }) => {
    rows.push({ line, cells: record })
    line += raw.replace(/\r?\n$/, '').split('\n').length
  })
  parser.on('error', (error: CsvError) => fail(new UnreadableFile(t('import.csvFault', { line }), { cause: error })))
  const take = (begin: (done: () => void) => unknown): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      fail = reject
      begin(() => resolve(rows.splice(0)))
    })
  return {
    write: (text) => take((done) => parser.write(text, done)),
    end: () => take((done) => parser.once('end', done).end())
  }
}

/** Excel separates by semicolons where the comma is a decimal point. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1)
  return [';', '\t'].find((separator) => header.includes(separator)) ?? ','
}
