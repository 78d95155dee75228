import type { SessionChange, SessionListener } from './store.js'

/** Who watches a store in this program. */
export interface Listeners {
  watch: (listener: SessionListener) => () => void
  /** Calls all listeners soon; one that throws does not disturb who made the change. */
  announce: (change: SessionChange) => void
}

export function createListeners(): Listeners {
  const listeners = new Set<{ listener: SessionListener }>()
  return {
    watch(listener) {
      const entry = { listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    announce(change) {
      for (const { listener } of listeners) void Promise.resolve(change).then(listener)
    }
  }
}
