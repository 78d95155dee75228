export interface Bounds<Key> {
  /** What is looked up, for traces. */
  name?: string
  /** Calls in flight before the next look-ups wait for each other. */
  atOnce?: number
  /** The part of one call that a key takes, above 0: keys of 1 and more in all go to the next one. */
  share?: (key: Key) => number
  /** Milliseconds after which calls in flight hold up no others: they may hang until they are given up. */
  patience?: number
}

/** Gives one row for each key, in the order of the keys. */
export type Look<Key, Row> = (keys: Key[]) => Promise<Row[]>

const AT_ONCE = 2
const MOST_KEYS = 500
const PATIENCE_MS = 50

interface Waiting<Key, Row> {
  key: Key
  resolve: (row: Row) => void
  reject: (error: unknown) => void
}

/** Joins look-ups that are requested while `atOnce` calls are in flight into the next call of `look`. Keeps no rows. */
export function createBatchLoader<Key, Row>(
  look: Look<Key, Row>,
  { name = 'look-up', atOnce = AT_ONCE, share = () => 1 / MOST_KEYS, patience = PATIENCE_MS }: Bounds<Key> = {}
): (key: Key) => Promise<Row> {
  const loader = new BatchLoader(look, { name, atOnce, share, patience })
  return (key) => loader.load(key)
}

class BatchLoader<Key, Row> {
  readonly #waiting: Waiting<Key, Row>[] = []
  #scheduled = false
  #inFlight = 0

  constructor(
    readonly look: Look<Key, Row>,
    readonly bounds: Required<Bounds<Key>>
  ) {}

  load(key: Key): Promise<Row> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0 || this.#inFlight >= this.bounds.atOnce) return
    this.#scheduled = true
    // When all sockets that have something to read are read.
    setImmediate(() => {
      this.#scheduled = false
      void this.#lookUp(this.#takeBatch())
      this.#schedule()
    })
  }

  #takeBatch(): Waiting<Key, Row>[] {
    let [taken, count] = [0, 0]
    for (const { key } of this.#waiting) {
      if (taken >= 1) break
      taken += this.bounds.share(key)
      count += 1
    }
    return this.#waiting.splice(0, count)
  }

  async #lookUp(batch: Waiting<Key, Row>[]): Promise<void> {
    const end = this.#begin()
    try {
      const rows = await this.look(batch.map(({ key }) => key))
      if (rows.length !== batch.length) throw new Error(`${rows.length} rows were found for ${batch.length} keys`)
      rows.forEach((row, index) => batch[index]?.resolve(row))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    } finally {
      end()
    }
  }

  /** Counts one in flight. Returns how to end it, which happens by itself when that takes too long. */
  #begin(): () => void {
    let ended = false
    const end = (): void => {
      clearTimeout(giveUp)
      if (ended) return
      ended = true
      this.#inFlight -= 1
      this.#schedule()
    }
    const giveUp = setTimeout(end, this.bounds.patience)
    this.#inFlight += 1
    return end
  }
}
