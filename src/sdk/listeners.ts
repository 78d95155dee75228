/** What happened to a session: a login, a renewal of its token, or its end. */
export type SessionChange = 'opened' | 'renewed' | 'ended'
export type SessionListener = (change: SessionChange) => void

/** Who watches a store in this program. */
export interface Listeners {
  watch: (listener: SessionListener) => () => void
  /** Calls all listeners soon. */
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
      for (const { listener } of listeners) void Promise.resolve(change).then(guarded(listener))
    }
  }
}

/** The listener, of which an error is reported as an uncaught one without ending the program or the call. */
export function guarded(listener: SessionListener): SessionListener {
  return (change) => void new Promise((resolve) => resolve(listener(change))).catch(report)
}

function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}
