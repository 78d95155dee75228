import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Rows that are presented and turned into text before other requests have their turn. */
const ROWS_A_TURN = 125

/** Stands in a body for a list whose items are read while they are sent. */
export class StreamedItems {
  constructor(readonly batches: AsyncIterable<unknown[]>) {}
}

/** A list for a reply's body that is never whole in memory: rows, presented one by one. */
export function presented<Row, Item>(batches: AsyncIterable<Row[]>, present: (row: Row) => Item): Item[] {
  async function* items(): AsyncGenerator<Item[]> {
    for await (const rows of batches) {
      for (let from = 0; from < rows.length; from += ROWS_A_TURN) {
        await nextTurn()
        yield rows.slice(from, from + ROWS_A_TURN).map(present)
      }
    }
  }
  return new StreamedItems(items()) as unknown as Item[]
}

const PLACEHOLDER = '\u0000items'
const QUOTED_PLACEHOLDER = JSON.stringify(PLACEHOLDER)

/** The streamed list in a body, if there is one. */
export function findStreamed(body: unknown): StreamedItems | undefined {
  if (body instanceof StreamedItems) return body
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  for (const value of Object.values(body)) {
    const found = findStreamed(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** The body with `items` in the place of its streamed list. */
export function withItems(body: unknown, items: unknown[]): unknown {
  if (body instanceof StreamedItems) return items
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, withItems(value, items)]))
}

/** The body as JSON text, its list batch by batch; `check` sees each batch before it is sent. */
export function streamJson(body: unknown, list: StreamedItems, check: (items: unknown[]) => void): Readable {
  const [head, tail] = JSON.stringify(body, (_, value) => (value === list ? PLACEHOLDER : value)).split(
    QUOTED_PLACEHOLDER
  ) as [string, string]
  return Readable.from(chunks(head, tail, list.batches, check), { objectMode: false, highWaterMark: 256 * 1024 })
}

async function* chunks(
  head: string,
  tail: string,
  batches: AsyncIterable<unknown[]>,
  check: (items: unknown[]) => void
) {
  let before = `${head}[`
  for await (const batch of batches) {
    check(batch)
    yield before + JSON.stringify(batch).slice(1, -1)
    before = ','
  }
  yield before === ',' ? `]${tail}` : `${before}]${tail}`
}
