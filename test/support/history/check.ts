import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../../../scripts/programs.js'
import { packageRoot } from '../../../src/config/package-root.js'
import type { Recorded } from './clients.js'

/** What the checker prints. */
export interface Verdict {
  operations: number
  accounts: number
  unknown: number
  /** Numbers of accounts whose answers no order of the requests explains. */
  violated: number[]
  /** Those that took the checker too long. */
  undecided: number[]
}

const SOURCE = fileURLToPath(new URL('test/support/history/checker', packageRoot))
const REPORTS = fileURLToPath(new URL('reports', packageRoot))

/** Judges a history by porcupine. Leaves it, and a picture of the first account that it refuses, in `reports/`. */
export async function checkHistory(recorded: Recorded[], name: string): Promise<Verdict> {
  mkdirSync(REPORTS, { recursive: true })
  const [program, history] = [join(REPORTS, 'history-checker'), join(REPORTS, `${name}.ndjson`)]
  writeFileSync(history, recorded.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await runProgram('go', ['build', '-o', program, '.'], { cwd: SOURCE })
  return JSON.parse(await runProgram(program, [history, join(REPORTS, `${name}.html`)])) as Verdict
}
