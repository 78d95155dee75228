import { performance } from 'node:perf_hooks'

const LOOK_EVERY_MS = 10_000
/** Shares of a core that the event loop takes. */
const BUSY = 0.2
const QUIET = 0.05

/**
 * Collects garbage once after each busy time, the start included. V8 gives back what a busy time took only by a collection
 * in a quiet one, and begins none then. Does nothing where node was started without `--expose-gc`. Returns how to stop it.
 */
export function freeMemoryWhenQuiet(): () => void {
  const { gc } = globalThis
  if (gc === undefined) return () => {}
  let before = performance.eventLoopUtilization()
  let wasBusy = true
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    if (utilization > BUSY) wasBusy = true
    if (!wasBusy || utilization > QUIET) return
    wasBusy = false
    void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
