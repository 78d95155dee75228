import { domainErrorOf } from '../database/failures.js'
import { busy } from '../domain-error.js'
import { FairQueue, type Requester } from './fair-queue.js'

interface Turn {
  begin: () => void
  refuse: (error: Error) => void
}

/** Lets `atOnce` be at work, and as many others wait as there are places, in fair order. */
export class Turns {
  readonly #queue: FairQueue<Turn>
  #atWork = 0

  constructor(
    readonly atOnce: number,
    places: number
  ) {
    this.#queue = new FairQueue(places)
  }

  /** Does the work when its turn comes, or throws `busy` before any of it. */
  async take<Result>(requester: Requester, work: () => Promise<Result>): Promise<Result> {
    if (this.#atWork < this.atOnce) this.#atWork += 1
    else await this.#wait(requester)
    try {
      return await work()
    } catch (error) {
      // A database that is away would let those who wait for their turn fail one after the other.
      if (domainErrorOf(error)?.code === 'unavailable') this.#queue.clear().forEach(({ refuse }) => refuse(busy()))
      throw error
    } finally {
      this.#passOn()
    }
  }

  get waiting(): number {
    return this.#queue.length
  }

  #wait(requester: Requester): Promise<void> {
    return new Promise((begin, refuse) => {
      this.#queue.push(requester, { begin, refuse })?.refuse(busy())
    })
  }

  #passOn(): void {
    const next = this.#queue.shift()
    if (next === undefined) this.#atWork -= 1
    else next.begin()
  }
}
