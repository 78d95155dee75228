import { watch } from 'vue'
import { network } from './network.ts'

/** Resolves after these seconds, or when the signal aborts. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, seconds * 1000)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}

/** Resolves when the server can be reached, or when the signal aborts. */
export function untilOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(
      () => network.offline,
      (isOffline) => {
        if (!isOffline) end()
      }
    )
    const end = (): void => {
      stop()
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
    if (!network.offline || signal.aborted) end()
  })
}
