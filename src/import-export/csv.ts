import { pipeline, Readable } from 'node:stream'
import { CsvError, parse, type Options, type Parser } from 'csv-parse'
import type { ColumnSchema, FileColumns } from '../realms/file-columns.js'
import type { Realm } from '../realms/realm.js'
import { columnsOf } from './columns.js'
import { NOT_UTF8, type FileRecord } from './file-record.js'
import { unescapeFormula } from './formulas.js'
import { MAX_LINE, UnreadableFile, type Line } from './lines.js'

/** The cells of a row, undefined where a cell is empty and not quoted, and the line on which it begins. */
interface Row {
  line: number
  cells: (string | undefined)[]
  isUtf8: boolean
}

interface Column {
  name: string
  schema: ColumnSchema
}

/** The records of a CSV file whose first row names the columns. Throws `UnreadableFile`. */
export async function* csvRecords(realm: Realm, lines: AsyncIterable<Line>): AsyncGenerator<FileRecord> {
  let header: Column[] | undefined
  for await (const { line, cells, isUtf8 } of rowsOf(lines)) {
    if (cells.every((cell) => cell === undefined)) continue
    if (header === undefined) header = readHeader(columnsOf(realm), line, cells)
    else if (!isUtf8) yield { line, problem: NOT_UTF8 }
    else if (cells.length !== header.length) {
      yield { line, problem: `has ${cells.length} cells where the first row has ${header.length}` }
    } else yield { line, value: accountOf(header, cells) }
  }
}

function readHeader(fileColumns: FileColumns, line: number, cells: Row['cells']): Column[] {
  const columns = new Map(Object.entries(fileColumns))
  const header = cells.map((cell) => {
    const name = cell?.trim() ?? ''
    const schema = columns.get(name)
    if (schema !== undefined) return { name, schema }
    throw new UnreadableFile(
      `line ${line}: no column ${JSON.stringify(name)}; there are ${[...columns.keys()].join(', ')}`
    )
  })
  if (new Set(header.map(({ name }) => name)).size === header.length) return header
  throw new UnreadableFile(`line ${line}: a column is there twice`)
}

function accountOf(header: Column[], cells: Row['cells']): Record<string, unknown> {
  const account: Record<string, unknown> = {}
  header.forEach(({ name, schema }, index) => {
    const cell = cells[index]
    if (cell !== undefined) account[name] = valueOf(schema, cell)
  })
  return account
}

/** What is not in the form of its type stays a text, which the check of the account refuses. */
function valueOf({ type }: ColumnSchema, cell: string): unknown {
  if (type === 'integer') return /^-?\d{1,16}$/.test(cell) ? Number(cell) : cell
  // Excel writes them in capital letters.
  if (type === 'boolean') return /^(true|false)$/i.test(cell) ? cell.toLowerCase() === 'true' : cell
  return unescapeFormula(cell)
}

interface Parsed {
  record: Row['cells']
  raw: string
}

async function* rowsOf(lines: AsyncIterable<Line>): AsyncGenerator<Row> {
  const iterator = lines[Symbol.asyncIterator]()
  const first = await iterator.next()
  const place = createPlace()
  const parser = createParser(delimiterOf(first.done ? '' : first.value.text), place)
  try {
    // The parser passes on what fails in its source.
    const rows = pipeline(Readable.from(textsOf(first, iterator, place)), parser, () => {}) as unknown
    yield* rows as AsyncIterable<Row>
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile(`line ${place.line}: ${reasonOf(error)}`, { cause: error })
  }
}

async function* textsOf(
  first: IteratorResult<Line>,
  others: AsyncIterator<Line>,
  place: Place
): AsyncGenerator<string> {
  for (let next = first; !next.done; next = await others.next()) {
    if (!next.value.isUtf8) place.notUtf8.push(next.value.line)
    yield `${next.value.text}\n`
  }
}

function createParser(delimiter: string, place: Place): Parser {
  const toRow = ({ record, raw }: Parsed): Row => ({ cells: record, ...place.pass(raw) })
  return parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: MAX_LINE,
    raw: true,
    cast: (cell, { quoting }) => (cell === '' && !quoting ? undefined : cell),
    // Its types know of `raw` and of other records than lists of text only together with names of columns.
    on_record: toRow as unknown as NonNullable<Options['on_record']>
  })
}

/** Excel separates by semicolons where the comma is a decimal point. */
function delimiterOf(header: string): string {
  return [';', '\t'].find((separator) => header.includes(separator)) ?? ','
}

type Place = ReturnType<typeof createPlace>

/** Where in the file the parser is. It counts a line break within quotes as two lines where it is `\r\n`. */
function createPlace() {
  return {
    /** The line on which the next row begins. */
    line: 1,
    /** Lines of this row and the next ones that are no UTF-8. */
    notUtf8: [] as number[],
    pass(row: string): Pick<Row, 'line' | 'isUtf8'> {
      const { line, notUtf8 } = this
      this.line += row.replace(/\n$/, '').split('\n').length
      this.notUtf8 = notUtf8.filter((wrong) => wrong >= this.line)
      return { line, isUtf8: this.notUtf8.length === notUtf8.length }
    }
  }
}

function reasonOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and not closed'
  if (code === 'CSV_MAX_RECORD_SIZE') return `a row has more than ${MAX_LINE} bytes`
  return /quote/i.test(message) ? 'a quote is in the middle of a cell' : message
}
