import { Readable } from 'node:stream'
import { yieldToEventLoop, ROWS_A_TURN } from '../database/queries/event-loop.js'

/** Characters that a piece of text has at most, as far as the piece before it tells. */
const PIECE = 64 * 1024
/** Bytes of text that are made before the client takes some. */
const MOST_AHEAD = 256 * 1024
const FIRST_ROWS = 16

/** Rows that were read together, and the items that some of them make. */
interface Batch<Item> {
  length: number
  items(from: number, to: number): Item[]
}

/** A list whose items are read while they are sent. */
export interface StreamedList<Item = unknown> {
  batches: AsyncIterable<Batch<Item>>
  /** Marks its place in the JSON of a body. */
  toJSON(): string
}

/** A body with a streamed list in the place of an array. */
export type Streaming<Body> = Body extends readonly (infer Item)[]
  ? StreamedList<Item>
  : Body extends object
    ? { [Key in keyof Body]: Streaming<Body[Key]> }
    : Body

const PLACEHOLDER = '\u0000items'
const QUOTED_PLACEHOLDER = JSON.stringify(PLACEHOLDER)

export function streamedList<Row, Item>(
  batches: AsyncIterable<Row[]>,
  serialize: (row: Row) => Item
): StreamedList<Item> {
  return { batches: serializeBatches(batches, serialize), toJSON: () => PLACEHOLDER }
}

async function* serializeBatches<Row, Item>(
  batches: AsyncIterable<Row[]>,
  serialize: (row: Row) => Item
): AsyncGenerator<Batch<Item>> {
  for await (const rows of batches) {
    yield { length: rows.length, items: (from, to) => rows.slice(from, to).map(serialize) }
  }
}

/**
 * The body as JSON text, its list piece by piece; `check` sees the body with no items, and with those of each piece before
 * they are sent. Throws when the list is not in the body once.
 */
export function streamJson(body: unknown, list: StreamedList, check?: (body: unknown) => void): Readable {
  const [head, tail, ...more] = JSON.stringify(body).split(QUOTED_PLACEHOLDER)
  if (head === undefined || tail === undefined || more.length > 0) throw new Error('a body holds its list once')
  const checkItems = (items: string): void => check?.(JSON.parse(`${head}[${items}]${tail}`))
  checkItems('')
  return Readable.from(chunks(head, tail, list, checkItems), { objectMode: false, highWaterMark: MOST_AHEAD })
}

async function* chunks(
  head: string,
  tail: string,
  { batches }: StreamedList,
  check: (items: string) => void
): AsyncGenerator<string> {
  let before = `${head}[`
  let most = FIRST_ROWS
  for await (const batch of batches) {
    for (let from = 0, to = 0; from < batch.length; from = to) {
      to = from + most
      await yieldToEventLoop()
      const items = batch.items(from, to)
      const text = JSON.stringify(items).slice(1, -1)
      check(text)
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
