import { setTimeout as delay } from 'node:timers/promises'

/** Refusals of one network that are answered at once, in a second. */
const AT_ONCE = 20
const LATE_MS = 1_000

/**
 * Waits a second before a refusal of a network that had many in this second. Hundreds of connections that repeat what is
 * refused would otherwise take turns at the event loop with the work of the others' requests.
 */
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
