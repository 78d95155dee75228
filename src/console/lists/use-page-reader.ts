import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { problemOf, type Problem } from '../session/problem.ts'
import type { Page } from './page.ts'

type Load<Row> = (signal: AbortSignal) => Promise<Page<Row>>

export interface PageReader<Row> {
  readonly rows: Readonly<ShallowRef<Row[]>>
  readonly total: Readonly<ShallowRef<number>>
  /** `first` until something was read, then `ready`; `reading` while old rows are shown. */
  readonly phase: Readonly<ShallowRef<'first' | 'reading' | 'ready'>>
  /** Why the last reading failed; rows of an earlier one may still be there. */
  readonly problem: Readonly<ShallowRef<Problem | undefined>>
  /** Reads a page instead of the one that is being read. It is shown unless `use` gives false. */
  read: (load: Load<Row>, use: (page: Page<Row>) => boolean) => Promise<void>
  /** Shows these rows instead; what is being read is outdated then. */
  show: (page: Page<Row>) => void
}

/** The rows that are shown, and how their reading goes. */
export function usePageReader<Row>(): PageReader<Row> {
  const rows = shallowRef<Row[]>([])
  const total = shallowRef(0)
  const phase = shallowRef<'first' | 'reading' | 'ready'>('first')
  const problem = shallowRef<Problem>()
  let running: AbortController | undefined

  function stop(): void {
    running?.abort()
    running = undefined
  }
  function show(page: Page<Row>): void {
    stop()
    rows.value = page.rows
    total.value = page.total
    problem.value = undefined
    phase.value = 'ready'
  }
  async function read(load: Load<Row>, use: (page: Page<Row>) => boolean): Promise<void> {
    stop()
    const mine = (running = new AbortController())
    if (phase.value === 'ready') phase.value = 'reading'
    try {
      const page = await load(mine.signal)
      if (running === mine && use(page)) show(page)
    } catch (error) {
      if (running !== mine) return
      problem.value = problemOf(error)
      if (phase.value === 'reading') phase.value = 'ready'
    }
  }
  onScopeDispose(stop)
  return { rows, total, phase, problem, read, show }
}
