import { shallowRef, type ShallowRef } from 'vue'
import { useApi } from '../app/current-api.ts'
import { notify } from '../app/notices.ts'
import type { Changes } from '../session/changes.ts'
import { problemOf, problemText } from '../session/problem.ts'

export interface Ending {
  /** Of the button that was pressed. */
  key: string
  /** Throws what `session.call` throws. */
  end: () => Promise<unknown>
  /** Whether the session of this browser ends too. */
  isOwn?: boolean
  done: string
  /** What to say instead of the API's message where there is nothing to end any more. */
  gone?: string
}

/** Ends sessions, one call at a time, says how it went, and reads the list again. */
export function useEnding(
  changes: Changes<unknown>,
  reload: () => Promise<unknown>
): {
  /** The key of the call that runs. */
  busy: Readonly<ShallowRef<string | undefined>>
  run: (ending: Ending) => Promise<void>
} {
  const { session } = useApi()
  const busy = shallowRef<string>()
  async function ended({ isOwn, done }: Ending): Promise<void> {
    notify(done)
    changes.tellOthers([])
    await (isOwn ? session.forget() : reload())
  }
  async function refused({ gone }: Ending, error: unknown): Promise<void> {
    const problem = problemOf(error)
    const isGone = problem.status === 404
    notify((isGone && gone) || problemText(problem), 'failed')
    if (isGone) await reload()
  }
  return {
    busy,
    async run(ending) {
      if (busy.value !== undefined) return
      busy.value = ending.key
      try {
        await ending.end()
        await ended(ending)
      } catch (error) {
        await refused(ending, error)
      } finally {
        busy.value = undefined
      }
    }
  }
}
