import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { packageRoot } from '../src/config/package-root.js'

/** How many tests, or documented responses, were as they should be, and how many were not. */
export interface Counts {
  passed: number
  failed: number
}

const folder = new URL('reports/', packageRoot)

/** Keeps the counts of a run in `reports/<name>.json`, where whoever sums them finds them. */
export function writeCounts(name: string, counts: Counts): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(counts)}\n`)
}

/** Keeps what a run found wrong in `reports/<name>.failures`, which `.ci/run` repeats at its end; no file for none. */
export function writeFailures(name: string, failures: string[]): void {
  const file = new URL(`${name}.failures`, folder)
  mkdirSync(folder, { recursive: true })
  if (failures.length > 0) writeFileSync(file, failures.map((failure) => `${failure}\n`).join(''))
  else rmSync(file, { force: true })
}

/** What a run wrote to `reports/<name>.json`; undefined when it wrote nothing. */
export function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  } catch {
    return undefined
  }
}

export function forgetReport(name: string): void {
  rmSync(new URL(`${name}.json`, folder), { force: true })
}

export function summary({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
