import type { SessionChange } from './listeners.js'

/** The other tabs of a site. */
export interface Tabs {
  tell(change: SessionChange): void
  /** Hears the other tabs until the returned function is called. */
  listen(): () => void
}

/** Calls `hear` with what other tabs sent under this name, while one listens; older browsers have no BroadcastChannel. */
export function createTabs(name: string, hear: (change: SessionChange) => void): Tabs {
  const canTell = typeof BroadcastChannel !== 'undefined'
  let listening: BroadcastChannel | undefined
  let users = 0
  return {
    tell(change) {
      if (!canTell) return
      // What is sent on a channel does not come back on it.
      const channel = listening ?? new BroadcastChannel(name)
      channel.postMessage(change)
      if (channel !== listening) channel.close()
    },
    listen() {
      if (users++ === 0 && canTell) {
        listening = new BroadcastChannel(name)
        listening.onmessage = ({ data }) => hear(data as SessionChange)
      }
      return () => {
        if (--users > 0) return
        listening?.close()
        listening = undefined
      }
    }
  }
}
