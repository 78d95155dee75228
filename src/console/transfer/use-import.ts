import { onScopeDispose, shallowReactive, watch } from 'vue'
import { Problem } from '../session/problem.ts'
import type { Session } from '../session/types.ts'
import { checkFile, type CheckedFile, type LineFault } from './check-file.ts'
import { UnreadableFile } from './record-file.ts'
import { runImport, type ImportProgress, type ImportSettings } from './run-import.ts'
import { t } from './texts.ts'

export interface ImportState extends ImportProgress {
  phase: 'choose' | 'checking' | 'checked' | 'running' | 'done'
  file: File | undefined
  checked: CheckedFile | undefined
  isStopped: boolean
  /** Why the file cannot be read, or the import did not go on. */
  failure: string | Problem | undefined
}

export interface Import {
  readonly state: ImportState
  /** Checks the file; nothing of it is sent. */
  choose(file: File): Promise<void>
  start(): Promise<void>
  /** Sends nothing more. */
  stop(): void
}

const NOTHING = { created: 0, taken: 0, lastLine: 0, isStopped: false, failure: undefined }
const noFaults = (): { faults: LineFault[] } => ({ faults: shallowReactive<LineFault[]>([]) })

/** The import of a file. Leaving the view stops it. */
export function useImport(session: Session, settings: ImportSettings): Import {
  const state = shallowReactive<ImportState>({
    ...NOTHING,
    ...noFaults(),
    phase: 'choose',
    file: undefined,
    checked: undefined
  })
  let controller = new AbortController()

  /** Runs this; when it fails the state says why. */
  async function attempt(work: (controller: AbortController) => Promise<void>): Promise<void> {
    controller.abort()
    const mine = (controller = new AbortController())
    try {
      await work(mine)
    } catch (error) {
      if (mine === controller && !isAbort(error)) state.failure = textOf(error)
    }
  }
  async function choose(file: File): Promise<void> {
    Object.assign(state, { ...NOTHING, ...noFaults(), file, checked: undefined, phase: 'checking' })
    await attempt(async ({ signal }) => void (state.checked = await checkFile(file, settings, signal)))
    state.phase = state.checked === undefined ? 'choose' : 'checked'
  }
  async function start(): Promise<void> {
    Object.assign(state, { ...NOTHING, ...noFaults(), phase: 'running' })
    await attempt((mine) => runImport(state.file!, settings, state, mine))
    Object.assign(state, { phase: 'done', isStopped: controller.signal.aborted })
  }
  const stop = (): void => controller.abort()
  // What was chosen by one account is not created by another.
  watch(session.generation, () => {
    if (state.phase !== 'running') return
    stop()
    state.failure = new Problem('other-account')
  })
  onScopeDispose(stop)
  return { state, choose, start, stop }
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

function textOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message
  reportError(error)
  return t('import.notReadable')
}
