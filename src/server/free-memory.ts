import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'

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
    collect(gc)
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** All of the garbage, and the gaps that it leaves. */
function collect(gc: NodeJS.GCFunction): void {
  // V8 reads these options since Node 22; before, any argument asks for new objects alone.
  if (Number.parseInt(process.versions.node) >= 22) {
    void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    return
  }
  setFlagsFromString('--compact-on-every-full-gc')
  gc()
  setFlagsFromString('--no-compact-on-every-full-gc')
}
