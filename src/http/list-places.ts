import { busy } from '../domain-error.js'
import { createShares, type Holder } from './shares.js'

/** Lists that are read while they are sent: in all, of one network and of one account. */
const MOST = 8
const MOST_OF_NETWORK = 4
const MOST_OF_ACCOUNT = 2
/** Requests that wait for a place, for so many milliseconds: most lists are short. */
const MOST_WAITING = 64
const PATIENCE_MS = 1_000

export interface ListPlaces {
  /** Resolves to how to give the place back. Throws `busy` when there is none in time. */
  take(holder: Holder): Promise<() => void>
}

interface Waiting {
  holder: Holder
  begin(giveBack: () => void): void
}

/** Places for fewer lists than `connections`, so that other requests find one. */
export function createListPlaces(connections: number): ListPlaces {
  const inAll = Math.max(1, Math.min(MOST, connections - 1))
  const shares = createShares({ inAll, network: MOST_OF_NETWORK, account: MOST_OF_ACCOUNT })
  const waiting = new Set<Waiting>()

  function takeNow(holder: Holder): (() => void) | undefined {
    const giveBack = shares.take(holder)
    return (
      giveBack &&
      (() => {
        giveBack()
        callNext()
      })
    )
  }

  function callNext(): void {
    for (const one of waiting) {
      const giveBack = takeNow(one.holder)
      if (giveBack !== undefined) one.begin(giveBack)
    }
  }

  function wait(holder: Holder): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        holder,
        begin(giveBack) {
          clearTimeout(patience)
          waiting.delete(one)
          resolve(giveBack)
        }
      }
      const patience = setTimeout(() => {
        waiting.delete(one)
        reject(busy())
      }, PATIENCE_MS)
      waiting.add(one)
    })
  }

  return {
    async take(holder) {
      const giveBack = takeNow(holder)
      if (giveBack !== undefined) return giveBack
      if (waiting.size >= MOST_WAITING) throw busy()
      return wait(holder)
    }
  }
}
