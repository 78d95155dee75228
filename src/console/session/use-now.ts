import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

const EVERY_MS = 1000

/** The time in milliseconds, each second. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return now
}
