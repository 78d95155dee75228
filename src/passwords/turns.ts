import { domainErrorOf } from '../database/failures.js'
import { busy } from '../domain-error.js'
import { FairQueue, type Requester } from './fair-queue.js'

export interface Turns {
  /** Does the work when its turn comes, or throws `busy` before any of it. */
  take: <Result>(requester: Requester, work: () => Promise<Result>) => Promise<Result>
  waiting: () => number
}

interface Turn {
  begin: () => void
  refuse: (error: Error) => void
}

/** Lets `atOnce` be at work, and so many others wait, in fair order. */
export function createTurns(atOnce: number, places: number): Turns {
  const queue = new FairQueue<Turn>(places)
  let atWork = 0
  return {
    async take(requester, work) {
      if (atWork < atOnce) atWork += 1
      else await new Promise<void>((begin, refuse) => queue.push(requester, { begin, refuse })?.refuse(busy()))
      try {
        return await work()
      } catch (error) {
        // A database that is away would let those who wait for their turn fail one after the other.
        if (domainErrorOf(error)?.code === 'unavailable') queue.clear().forEach(({ refuse }) => refuse(busy()))
        throw error
      } finally {
        const next = queue.shift()
        if (next === undefined) atWork -= 1
        else next.begin()
      }
    },
    waiting: () => queue.length
  }
}
