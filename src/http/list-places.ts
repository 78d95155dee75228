import { busy } from '../domain-error.js'
import { Shares, type Holder } from './shares.js'

/** Lists that are read while they are sent: in all, of one network and of one account. */
const MOST = 8
const MOST_OF_NETWORK = 4
const MOST_OF_ACCOUNT = 2
/** Requests that wait for a place, for so many milliseconds: most lists are short. */
const MOST_WAITING = 64
const PATIENCE_MS = 1_000

interface Waiting {
  holder: Holder
  begin(giveBack: () => void): void
}

/** Places for fewer lists than `connections`, so that other requests find one. */
export class ListPlaces {
  readonly #shares: Shares
  readonly #waiting = new Set<Waiting>()

  constructor(connections: number) {
    const inAll = Math.max(1, Math.min(MOST, connections - 1))
    this.#shares = new Shares({ inAll, network: MOST_OF_NETWORK, account: MOST_OF_ACCOUNT })
  }

  /** Resolves to how to give the place back. Throws `busy` when there is none in time. */
  async take(holder: Holder): Promise<() => void> {
    const giveBack = this.#takeNow(holder)
    if (giveBack !== undefined) return giveBack
    if (this.#waiting.size >= MOST_WAITING) throw busy()
    return this.#wait(holder)
  }

  #takeNow(holder: Holder): (() => void) | undefined {
    const giveBack = this.#shares.take(holder)
    if (giveBack === undefined) return undefined
    return () => {
      giveBack()
      this.#callNext()
    }
  }

  #wait(holder: Holder): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const waiting = { holder, begin: resolve }
      this.#waiting.add(waiting)
      const patience = setTimeout(() => {
        if (this.#waiting.delete(waiting)) reject(busy())
      }, PATIENCE_MS)
      patience.unref()
    })
  }

  #callNext(): void {
    for (const waiting of this.#waiting) {
      const giveBack = this.#takeNow(waiting.holder)
      if (giveBack === undefined) continue
      this.#waiting.delete(waiting)
      waiting.begin(giveBack)
    }
  }
}
