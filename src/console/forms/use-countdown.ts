import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Problem } from '../session/problem.ts'

/** The seconds until the server takes another try, after a problem that says so; 0 when it does. */
export function useCountdown(problem: () => Problem | undefined): Readonly<ShallowRef<number>> {
  const left = shallowRef(0)
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = (): void => clearInterval(timer)
  watch(problem, (now) => {
    stop()
    left.value = now?.status === 429 || now?.status === 503 ? (now.retryAfter ?? 0) : 0
    if (left.value === 0) return
    timer = setInterval(() => {
      left.value -= 1
      if (left.value <= 0) stop()
    }, 1000)
  })
  onScopeDispose(stop)
  return left
}
