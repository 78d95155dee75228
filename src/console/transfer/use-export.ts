import { onScopeDispose, shallowReactive, watch } from 'vue'
import type { List } from '../lists/use-list.ts'
import { Problem, problemOf } from '../session/problem.ts'
import type { Session } from '../session/types.ts'
import { openDestination, TooLarge, type Destination } from './destination.ts'
import type { FileField } from './fields.ts'
import { textOf, type FileText, type Format } from './format.ts'
import { walkPages, type PageWalk } from './page-walk.ts'

/** What of a list goes into a file. */
export interface ExportSettings<Row> {
  /** Of the file, without its ending. */
  name: string
  fields: readonly FileField<Row>[]
  rowKey: (row: Row) => string
}

export interface ExportState {
  phase: 'ready' | 'running' | 'failed' | 'done'
  /** Rows that are written, and how many the list has. */
  done: number
  total: number
  /** Why it does not go on: a problem of a call, a file that is too large, or one that cannot be written. */
  failure: Problem | TooLarge | 'unwritable' | undefined
  /** Whether it can go on from where it failed. */
  canGoOn: boolean
  /** The whole file, where it is still to be downloaded. */
  file: Blob | undefined
}

export interface Export {
  readonly state: ExportState
  start(format: Format): Promise<void>
  goOn(): Promise<void>
  /** Ends it and removes what was written. */
  cancel(): Promise<void>
}

interface Job<Row> {
  pages: PageWalk<Row>
  text: FileText<Row>
  destination: Destination
  controller: AbortController
}

/** Writes all rows of a list with its present filters into a file, page by page. Leaving the view cancels it. */
export function useExport<Row, Name extends string>(
  session: Session,
  list: List<Row, Name>,
  { name, fields, rowKey }: ExportSettings<Row>
): Export {
  const state = shallowReactive<ExportState>({ ...READY, total: list.total.value })
  let job: Job<Row> | undefined

  async function start(format: Format): Promise<void> {
    const { filters } = list.state.value
    const destination = await openDestination(`${name}.${format}`).catch(() => 'unwritable' as const)
    if (destination === undefined) return
    if (destination === 'unwritable') return fail(state, destination)
    const pages = walkPages<Row>((page, size, signal) => list.readPage({ page, size, filters }, signal), rowKey)
    job = { pages, text: textOf(format, fields), destination, controller: new AbortController() }
    if (await write(state, job, job.text.head)) await goOn()
  }
  async function goOn(): Promise<void> {
    if (job !== undefined) await run(state, job)
  }
  async function cancel(): Promise<void> {
    const ended = job
    job = undefined
    ended?.controller.abort()
    await ended?.destination.discard()
    Object.assign(state, READY)
  }
  // Rows that two accounts may see do not belong into one file.
  watch(session.generation, () => {
    if (state.phase !== 'running') return
    job?.controller.abort()
    fail(state, new Problem('other-account'))
  })
  onScopeDispose(() => void cancel())
  return { state, start, goOn, cancel }
}

const READY = { phase: 'ready' as const, done: 0, failure: undefined, canGoOn: false, file: undefined }

async function run<Row>(state: ExportState, job: Job<Row>): Promise<void> {
  const { pages, text, destination } = job
  const { signal } = job.controller
  Object.assign(state, { phase: 'running', failure: undefined })
  try {
    for (let page = await pages.next(signal); page !== undefined; page = await pages.next(signal)) {
      signal.throwIfAborted()
      if (!(await write(state, job, text.of(page.rows)))) return
      Object.assign(state, { done: state.done + page.rows.length, total: page.total })
    }
    Object.assign(state, { file: await destination.finish(), phase: 'done' })
  } catch (error) {
    if (!signal.aborted) fail(state, problemOf(error))
  }
}

async function write<Row>(state: ExportState, { destination, controller }: Job<Row>, text: string): Promise<boolean> {
  try {
    await destination.write(text)
    return true
  } catch (error) {
    if (!controller.signal.aborted) fail(state, error instanceof TooLarge ? error : 'unwritable')
    return false
  }
}

function fail(state: ExportState, failure: NonNullable<ExportState['failure']>): void {
  const canGoOn = failure instanceof Problem && failure.kind !== 'other-account'
  Object.assign(state, { phase: 'failed', failure, canGoOn })
}
