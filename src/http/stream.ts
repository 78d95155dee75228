import { Readable } from 'node:stream'
import { yieldToEventLoop, ROWS_A_TURN } from '../database/queries/event-loop.js'

/** Characters that a piece of text has at most, as far as the piece before it tells. */
const PIECE = 64 * 1024
/** Bytes of text that are made before the client takes some. */
const MOST_AHEAD = 256 * 1024
/** Rows of the first piece. */
const FIRST_ROWS = 16

/** Takes in a body the place of a list whose items are read while they are sent. */
export class StreamedItems<Row = unknown> {
  constructor(
    readonly batches: AsyncIterable<Row[]>,
    readonly serialize: (row: Row) => unknown
  ) {}
}

/** A list for a reply's body: its rows serialized, those that are read in batches one by one while they are sent. */
export function streamItems<Row, Item>(rows: Row[] | AsyncIterable<Row[]>, present: (row: Row) => Item): Item[] {
  return Array.isArray(rows) ? rows.map(present) : (new StreamedItems(rows, present) as unknown as Item[])
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

/** The body as JSON text, its list piece by piece; `check` sees the items of each before they are sent. */
export function streamJson(body: unknown, list: StreamedItems, check: (items: unknown[]) => void): Readable {
  const [head, tail] = JSON.stringify(body, (_, value) => (value === list ? PLACEHOLDER : value)).split(
    QUOTED_PLACEHOLDER
  ) as [string, string]
  return Readable.from(chunks(head, tail, list, check), { objectMode: false, highWaterMark: MOST_AHEAD })
}

async function* chunks(
  head: string,
  tail: string,
  { batches, serialize: present }: StreamedItems,
  check: (items: unknown[]) => void
): AsyncGenerator<string> {
  let before = `${head}[`
  let most = FIRST_ROWS
  for await (const rows of batches) {
    for (let from = 0, to = 0; from < rows.length; from = to) {
      to = from + most
      await yieldToEventLoop()
      const items = rows.slice(from, to).map(present)
      check(items)
      const text = JSON.stringify(items).slice(1, -1)
      most = rowsOfPiece(text.length / items.length)
      yield before + text
      before = ','
    }
  }
  yield before === ',' ? `]${tail}` : `${before}]${tail}`
}

/** How many rows make a piece when each has so many characters. */
function rowsOfPiece(characters: number): number {
  return Math.min(ROWS_A_TURN, Math.max(1, Math.floor(PIECE / characters)))
}
