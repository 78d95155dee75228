import { BYTE_ORDER_MARK, cellOf, csvRow } from './csv.ts'
import { nameOf, valueOf, type FileField } from './fields.ts'

export const FORMATS = ['csv', 'ndjson'] as const
export type Format = (typeof FORMATS)[number]

/** The text of a file of rows, in parts. */
export interface FileText<Row> {
  /** What is before the first row. */
  readonly head: string
  of(rows: readonly Row[]): string
}

/** CSV has the names of the fields in its first row; NDJSON has an object on each line. */
export function textOf<Row>(format: Format, fields: readonly FileField<Row>[]): FileText<Row> {
  return format === 'csv' ? csvText(fields) : ndjsonText(fields)
}

function csvText<Row>(fields: readonly FileField<Row>[]): FileText<Row> {
  return {
    // Excel takes a file for UTF-8 by its byte order mark.
    head: BYTE_ORDER_MARK + csvRow(fields.map(nameOf)),
    of: (rows) => rows.map((row) => csvRow(fields.map((field) => cellOf(valueOf(field, row))))).join('')
  }
}

function ndjsonText<Row>(fields: readonly FileField<Row>[]): FileText<Row> {
  const objectOf = (row: Row): object => Object.fromEntries(fields.map((field) => [nameOf(field), valueOf(field, row)]))
  return { head: '', of: (rows) => rows.map((row) => `${JSON.stringify(objectOf(row))}\n`).join('') }
}
