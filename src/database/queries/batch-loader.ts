export interface Bounds<Key> {
  /** Calls in flight before the next look-ups wait for each other. */
  atOnce?: number
  /** The part of one call that a key takes, above 0: keys of 1 and more in all go to the next one. */
  share?: (key: Key) => number
  /** Milliseconds after which calls in flight hold up no others: they may hang until they are given up. */
  patience?: number
}

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
  look: (keys: Key[]) => Promise<Row[]>,
  { atOnce = AT_ONCE, share = () => 1 / MOST_KEYS, patience = PATIENCE_MS }: Bounds<Key> = {}
): (key: Key) => Promise<Row> {
  const waiting: Waiting<Key, Row>[] = []
  let scheduled = false
  let inFlight = 0

  function schedule(): void {
    if (scheduled || waiting.length === 0 || inFlight >= atOnce) return
    scheduled = true
    // When all sockets that have something to read are read.
    setImmediate(() => {
      scheduled = false
      void lookUp(takeBatch())
      schedule()
    })
  }

  function takeBatch(): Waiting<Key, Row>[] {
    let [taken, count] = [0, 0]
    while (count < waiting.length && taken < 1) {
      taken += share(waiting[count]!.key)
      count += 1
    }
    return waiting.splice(0, count)
  }

  async function lookUp(batch: Waiting<Key, Row>[]): Promise<void> {
    const end = begin()
    try {
      const rows = await look(batch.map(({ key }) => key))
      end()
      batch.forEach(({ resolve }, index) => resolve(rows[index]!))
    } catch (error) {
      end()
      for (const { reject } of batch) reject(error)
    }
  }

  /** Counts one in flight. Returns how to end it, which happens by itself when that takes too long. */
  function begin(): () => void {
    let ended = false
    const end = (): void => {
      clearTimeout(giveUp)
      if (ended) return
      ended = true
      inFlight -= 1
      schedule()
    }
    const giveUp = setTimeout(end, patience)
    inFlight += 1
    return end
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      schedule()
    })
}
