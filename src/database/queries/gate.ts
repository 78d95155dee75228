import { busy } from '../../domain-error.js'

/** Lets some work run at the same time; the rest waits in its order. */
export class Gate {
  readonly #waiting = new Set<() => void>()
  #free: number

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** Does the work when it may. Throws `busy` when it may not within `patience` milliseconds, where that is given. */
  async pass<Result>(work: () => Promise<Result>, patience?: number): Promise<Result> {
    if (this.#free > 0) this.#free -= 1
    else await this.#wait(patience)
    try {
      return await work()
    } finally {
      const [next] = this.#waiting
      if (next === undefined) this.#free += 1
      else next()
    }
  }

  #wait(patience?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        this.#waiting.delete(begin)
        clearTimeout(timer)
        resolve()
      }
      const giveUp = (): void => {
        this.#waiting.delete(begin)
        reject(busy())
      }
      const timer = patience === undefined ? undefined : setTimeout(giveUp, patience)
      this.#waiting.add(begin)
    })
  }
}
