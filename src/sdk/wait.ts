/** Why a signal was aborted; older platforms do not keep it. */
export const reasonOf = ({ reason }: AbortSignal): Error =>
  (reason as Error | undefined) ?? Object.assign(new Error('The call was aborted'), { name: 'AbortError' })

/** Resolves after these seconds; rejects with the signal's reason as soon as it is aborted. */
export function wait(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal))
    const abort = (): void => {
      clearTimeout(timer)
      if (signal) reject(reasonOf(signal))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, seconds * 1000)
    signal?.addEventListener('abort', abort)
  })
}
