import { networkOf } from '../accounts/limits/network.js'

/** Who is given a part of something limited. */
export interface Holder {
  /** As text, unlike those of other realms; undefined: nobody has logged in. */
  account: string | undefined
  address: string
}

/** How much is given in all, to one account and to one network. */
export interface Limits {
  inAll: number
  account: number
  network: number
}

export interface Shares {
  /** Takes so much. Returns how to give it back, which counts once; undefined when that is more than a limit allows. */
  take(holder: Holder, amount?: number): (() => void) | undefined
}

/** Something of which there is only so much. Who has nothing of it may take more than the limit at once. */
export function createShares({ inAll, account, network }: Limits): Shares {
  const taken = new Map<string, number>()

  function limitsOf(holder: Holder): [key: string, limit: number][] {
    const limits: [string, number][] = [
      ['all', inAll],
      [`network ${networkOf(holder.address)}`, network]
    ]
    if (holder.account !== undefined) limits.push([`account ${holder.account}`, account])
    return limits
  }

  function change(key: string, amount: number): void {
    const now = (taken.get(key) ?? 0) + amount
    if (now === 0) taken.delete(key)
    else taken.set(key, now)
  }

  return {
    take(holder, amount = 1) {
      const limits = limitsOf(holder)
      if (limits.some(([key, limit]) => taken.has(key) && taken.get(key)! + amount > limit)) return undefined
      for (const [key] of limits) change(key, amount)
      let held = true
      return () => {
        if (!held) return
        held = false
        for (const [key] of limits) change(key, -amount)
      }
    }
  }
}
