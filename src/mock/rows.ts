import { parsePageQuery } from '../accounts/listing/parse-page-query.js'
import type { Operation } from '../http/contract.js'
import type { Change } from './change.js'
import type { ExampleAnswer } from './examples.js'
import { at, put } from './pointer.js'
import { responseSchema, type Schema } from './schema.js'
import type { Vary } from './vary.js'

type Row = Record<string, unknown>

/** `x-pages`: the query parameters, and where the items and the number of all of them are. */
export interface Pages {
  number: string
  size: string
  items: string
  /** A JSON pointer, or the name of a header. */
  total: string
}

const KEY = /^_?id$/

export function pagesOf(operation: Operation): Pages | undefined {
  return (operation as { 'x-pages'?: Pages })['x-pages']
}

/** Makes the list of an example as long as its total or `rows` says, and cuts out the page that the query names. */
export function listRows(vary: Vary, operation: Operation, { status }: ExampleAnswer): Change | undefined {
  const pages = pagesOf(operation)
  if (pages === undefined || status >= 300) return undefined
  const schema = schemaAt(responseSchema(operation, status), pages.items)?.items
  return (answer, { query, preference }) => {
    const examples = at(answer.body, pages.items) as Row[]
    const total = preference.rows ?? totalOf(answer, pages)
    const named = { page: query[pages.number], limit: query[pages.size] }
    const page = parsePageQuery(named as Parameters<typeof parsePageQuery>[0])
    const first = page === undefined ? 0 : (page.page - 1) * page.size
    const last = page === undefined ? total : Math.min(first + page.size, total)
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) =>
      rowAt(examples, first + index, schema, vary)
    )
    answer.body = put(answer.body, pages.items, rows)
    setTotal(answer, pages, total)
  }
}

/** The examples come first; each row after them is another like one of them, with an id of its own. */
function rowAt(examples: Row[], index: number, schema: Schema | undefined, vary: Vary): Row {
  const base = examples[index % examples.length] as Row
  if (index < examples.length) return base
  const row = vary(base, schema, index + 1) as Row
  const lastExample = examples.at(-1) as Row
  for (const key of Object.keys(row).filter((name) => KEY.test(name))) {
    row[key] = successor(lastExample[key], index + 1 - examples.length)
  }
  return row
}

/** Of an id that is an integer, or a text of hexadecimal digits, with hyphens where it is a UUID. */
function successor(id: unknown, steps: number): unknown {
  if (typeof id === 'number') return id + steps
  const text = String(id)
  const digits = text.replaceAll('-', '')
  const next = (BigInt(`0x${digits}`) + BigInt(steps)).toString(16).padStart(digits.length, '0')
  let place = 0
  return text.replace(/[^-]/g, () => next.charAt(place++))
}

function totalOf({ body, headers }: ExampleAnswer, { total }: Pages): number {
  return Number(total.startsWith('/') ? at(body, total) : headers[total])
}

function setTotal(answer: ExampleAnswer, { total }: Pages, count: number): void {
  if (total.startsWith('/')) put(answer.body, total, count)
  else answer.headers[total] = count
}

function schemaAt(schema: Schema | undefined, pointer: string): Schema | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce((parent, key) => parent?.properties?.[key], schema)
}
