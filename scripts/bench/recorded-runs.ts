import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import * as prettier from 'prettier'

/** What one complete run measured. */
export interface RecordedRun {
  /** As 2026-11-30. */
  date: string
  machine: string
  /** Load average of the minute before. */
  load: number
  /** By the name of the goal. */
  figures: Record<string, number>
}

/** How many runs, the last ones, goals are judged by. */
export const JUDGED_RUNS = 3

const DIGITS = 4

/** Adds the run to the file, oldest first, and returns all that are in it. */
export async function recordRun(file: string, run: RecordedRun): Promise<RecordedRun[]> {
  const recorded = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedRun[]) : []
  const figures = Object.entries(run.figures).map(([what, value]) => [what, Number(value.toPrecision(DIGITS))])
  const runs = [...recorded, { ...run, figures: Object.fromEntries(figures) as Record<string, number> }]
  const config = await prettier.resolveConfig(file)
  writeFileSync(file, await prettier.format(JSON.stringify(runs), { ...config, parser: 'json' }))
  return runs
}
