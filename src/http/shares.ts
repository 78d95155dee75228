import { networkOf } from '../accounts/limits/network.js'

export interface Holder {
  /** As text, unlike those of other realms; undefined: nobody has logged in. */
  account: string | undefined
  address: string
}

export interface Limits {
  inAll: number
  account: number
  network: number
}

/** Something of which there is only so much. Who has nothing of it may take more than the limit at once. */
export class Shares {
  readonly #taken = new Map<string, number>()

  constructor(readonly limits: Limits) {}

  /** Takes so much. Returns how to give it back, which counts once; undefined when that is more than a limit allows. */
  take(holder: Holder, amount = 1): (() => void) | undefined {
    const limits = this.#limitsOf(holder)
    if (limits.some(([key, limit]) => (this.#taken.get(key) ?? -Infinity) + amount > limit)) return undefined
    for (const [key] of limits) this.#change(key, amount)
    let held = true
    return () => {
      if (held) for (const [key] of limits) this.#change(key, -amount)
      held = false
    }
  }

  #limitsOf({ account, address }: Holder): [key: string, limit: number][] {
    const limits: [string, number][] = [
      ['all', this.limits.inAll],
      [`network ${networkOf(address)}`, this.limits.network]
    ]
    if (account !== undefined) limits.push([`account ${account}`, this.limits.account])
    return limits
  }

  #change(key: string, amount: number): void {
    const now = (this.#taken.get(key) ?? 0) + amount
    if (now === 0) this.#taken.delete(key)
    else this.#taken.set(key, now)
  }
}
