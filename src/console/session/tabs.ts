import type { Account } from './account.ts'

/** What tabs of the console send each other. */
export type TabMessage =
  | { type: 'login'; api: string; account: Account }
  | { type: 'logout'; api: string }
  | { type: 'changed'; api: string; kind: string; ids: string[] }

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('quintet-console')
const listeners = new Set<(message: TabMessage) => void>()

channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
  for (const listener of listeners) listener(data)
})

export function postToTabs(message: TabMessage): void {
  channel?.postMessage(message)
}

/** Hears the other tabs until the returned function is called. */
export function onTabs(listener: (message: TabMessage) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
