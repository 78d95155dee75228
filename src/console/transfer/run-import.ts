import { AT_A_TIME } from '../lists/batch.ts'
import { createPace, type Pace } from '../lists/pace.ts'
import { problemOf, problemText, type Problem } from '../session/problem.ts'
import { MOST_FAULTS, type LineFault } from './check-file.ts'
import { faultOf, fieldsOf, type ImportColumns } from './import-columns.ts'
import { openRecords } from './open-records.ts'
import type { FileRecord } from './record-file.ts'
import { t } from './texts.ts'

/** What is imported, and by which operation. */
export interface ImportSettings<Field extends string = string> extends ImportColumns<Field> {
  /** Of the files that are offered, without its ending. */
  name: string
  /** Creates one record; a field that a line leaves out is empty. It throws what `session.call` throws. */
  create: (values: Record<Field, string>) => Promise<unknown>
}

export interface ImportProgress {
  /** Lines that were created, and all that were taken. */
  created: number
  taken: number
  /** The last line that was taken. */
  lastLine: number
  faults: LineFault[]
}

/**
 * Sends the lines of a file, a few at a time, each once; `progress` has what became of them. Resolves when all were sent,
 * or those that ran when the controller aborted, which it does itself where going on makes no sense.
 */
export async function runImport(
  file: Blob,
  settings: ImportSettings,
  progress: ImportProgress,
  controller: AbortController
): Promise<void> {
  const { records } = await openRecords(file)
  const { signal } = controller
  const handle = handler(settings, progress, controller)
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const next = await records.next()
      if (next.done) return
      await handle(next.value)
    }
  }
  const workers = Array.from({ length: AT_A_TIME }, () =>
    worker().catch((error: unknown) => {
      controller.abort()
      throw error
    })
  )
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected')
  await records.return()
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason
}

function handler(
  settings: ImportSettings,
  progress: ImportProgress,
  controller: AbortController
): (record: FileRecord) => Promise<void> {
  const pace = createPace(controller.signal)
  return async (record) => {
    progress.lastLine = record.line
    const text = record.fault ?? faultOf(settings, record.values) ?? (await send(settings, record, pace, controller))
    progress.taken += 1
    if (text === undefined) progress.created += 1
    else progress.faults.push({ line: record.line, text })
    if (progress.faults.length >= MOST_FAULTS) controller.abort()
  }
}

/** Gives why the record was not created, or that this is not known. */
async function send(
  settings: ImportSettings,
  { values }: FileRecord,
  pace: Pace,
  controller: AbortController
): Promise<string | undefined> {
  const body = Object.fromEntries(fieldsOf(settings).map((field) => [field, values[field] ?? '']))
  try {
    return (await pace(() => settings.create(body))) ? undefined : t('import.notSent')
  } catch (error) {
    const problem = problemOf(error)
    if (isForAll(problem)) controller.abort()
    return textOf(problem)
  }
}

/** Whether the next line would meet the same. */
const isForAll = ({ kind, status }: Problem): boolean => kind === 'ended' || kind === 'other-account' || status === 403

function textOf(problem: Problem): string {
  const { kind, status = 0, fields } = problem
  if (kind === 'ended' || kind === 'other-account') return t('import.notSent')
  if (kind !== 'refused' || status >= 500) return t('import.unknown')
  const messages = Object.entries(fields).map(([field, message]) => `${field}: ${message}`)
  return messages.length > 0 ? messages.join('; ') : problemText(problem)
}
