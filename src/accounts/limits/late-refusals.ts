import { setTimeout as delay } from 'node:timers/promises'

/** Refusals of one network that are answered at once, in a second. */
const AT_ONCE = 20
const LATE_MS = 1_000

/** Delays refusals of a network beyond `AT_ONCE` by a second, so that they do not delay requests of others. */
export function createLateRefusals(): (network: string) => Promise<void> {
  const counts = new Map<string, number>()
  let since = 0
  return async (network) => {
    const now = Date.now()
    if (now - since >= 1_000) {
      counts.clear()
      since = now
    }
    const count = (counts.get(network) ?? 0) + 1
    counts.set(network, count)
    if (count > AT_ONCE) await delay(LATE_MS)
  }
}
