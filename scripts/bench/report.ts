import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import { packageRoot } from '../../src/config/package-root.js'
import type { BuiltPeers } from './foreign-peers.js'
import { generatorName } from './generator.js'
import { figuresOf, goalsTable } from './goals.js'
import { peersFolder } from './peers-folder.js'
import { JUDGED_RUNS, recordRun, type RecordedRun } from './recorded-runs.js'
import type { Pace, Section } from './scenario.js'
import type { Table } from './table.js'

export interface Run {
  pace: Pace
  complete: boolean
  /** Name and version. */
  postgres: string
  /** Load average of the minute before. */
  load: number
  foreign: BuiltPeers
}

const FILE = fileURLToPath(new URL('docs/performance.md', packageRoot))
const RUNS = fileURLToPath(new URL('docs/performance-runs.json', packageRoot))

/** Records a complete run and writes docs/performance.md; of any other it prints the report. */
export async function writeReport(sections: Section[], run: Run): Promise<void> {
  const config = await prettier.resolveConfig(FILE)
  const goals = sections.flatMap((section) => section.goals)
  const recorded = recordOf(run, figuresOf(goals))
  const runs = run.complete ? await recordRun(RUNS, recorded) : [recorded]
  const summary = goalsTable(goals, runs)
  const text = await prettier.format(render(sections, run, { summary, runs }), { ...config, parser: 'markdown' })
  if (run.complete) writeFileSync(FILE, text)
  const lines = summary.rows.map((row) => row.join('  ').replaceAll('*', ''))
  console.log(run.complete ? `${lines.join('\n')}\nRecorded, and written to docs/performance.md.` : text)
}

function recordOf({ load }: Run, figures: Record<string, number>): RecordedRun {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${memory}, ${type()} ${release()}`
  return { date: new Date().toISOString().slice(0, 10), machine, load, figures }
}

function render(
  sections: Section[],
  { pace, postgres, foreign }: Run,
  { summary, runs }: { summary: Table; runs: RecordedRun[] }
): string {
  const judged = runs.slice(-JUDGED_RUNS)
  return `# Performance

Measured by \`npm run bench\`, which starts a PostgreSQL, the server in production mode and what it is compared with, one
process each, on one machine, the load generator beside them: ${pace.rounds} rounds of ${pace.seconds} s in turns after a
warm-up of ${pace.warmUpSeconds} s. Figures are medians over the rounds, ratios medians of the rounds' own ratios, ours ÷ theirs, each of the column before it. CPU is
that of all processes of the server and of PostgreSQL, in microseconds for each request; the total is both. Any error or
other body than the expected one fails the run.

A ratio from one machine is one value of a range: another machine or another day gives another one. Each run is recorded in
[performance-runs.json](performance-runs.json); a goal has the median and the range of the last ${JUDGED_RUNS} runs and is judged by the worst of
them. The tables below are of the last run alone.

${judged.map(({ date, machine, load }) => `- ${date}, ${machine}; load average of the minute before: ${load.toFixed(2)}`).join('\n')}

The last run:

- Node ${process.version}, ${postgres}, ${generatorName()}
- ${[npmVersions(), ...foreign.versions].join('\n- ')}
${foreign.leftOut.map((reason) => `- left out: ${reason}\n`).join('')}
## Goals

${table(summary)}

${sections.map(renderSection).join('\n\n')}
`
}

function renderSection({ title, notes, tables }: Section): string {
  return [`## ${title}`, ...notes, ...tables.map(table)].join('\n\n')
}

function table({ head, rows }: Table): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

function npmVersions(): string {
  const text = execFileSync('npm', ['ls', '--json', '--depth', '0'], { cwd: peersFolder, encoding: 'utf8' })
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, { version: string }> }
  return Object.entries(dependencies)
    .map(([name, { version }]) => `${name} ${version}`)
    .join(', ')
}
