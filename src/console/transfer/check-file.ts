import { fieldsOf, faultOf, requiredOf, type ImportColumns } from './import-columns.ts'
import { openRecords } from './open-records.ts'
import { ERROR_COLUMN, UnreadableFile } from './record-file.ts'
import { t } from './texts.ts'

/** A line that was not imported. */
export interface LineFault {
  line: number
  text: string
}

/** From so many faults on nothing more is sent. */
export const MOST_FAULTS = 1000

/** What a file has, before anything of it is sent. */
export interface CheckedFile {
  records: number
  faults: LineFault[]
  /** Columns that are not imported. */
  ignored: string[]
  /** It was not read to its end, for `MOST_FAULTS`. */
  isBroken: boolean
}

/** Checks every line of a file against the limits of the contract. Throws `UnreadableFile`. */
export async function checkFile(file: Blob, columns: ImportColumns, signal: AbortSignal): Promise<CheckedFile> {
  const { columns: names, records } = await openRecords(file)
  if (names !== undefined) demandColumns(names, requiredOf(columns))
  const seen = new Set(names)
  const checked: CheckedFile = { records: 0, faults: [], ignored: [], isBroken: false }
  for await (const { line, values, fault = faultOf(columns, values) } of records) {
    signal.throwIfAborted()
    checked.records += 1
    for (const name of Object.keys(values)) seen.add(name)
    if (fault !== undefined) checked.faults.push({ line, text: fault })
    checked.isBroken = checked.faults.length >= MOST_FAULTS
    if (checked.isBroken) break
  }
  const known = [...fieldsOf(columns), ERROR_COLUMN]
  return { ...checked, ignored: [...seen].filter((name) => !known.includes(name)) }
}

function demandColumns(names: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((name) => !names.includes(name))
  if (missing.length > 0) throw new UnreadableFile(t('import.missing', { names: missing.join(', ') }))
}
