import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import { packageRoot } from '../../src/config/package-root.js'
import { generatorName } from './generator.js'
import { peersFolder } from './peers-folder.js'
import type { Goal, Pace, Section, Table } from './scenario.js'

export interface Run {
  pace: Pace
  complete: boolean
  /** Name and version. */
  postgres: string
  /** Load average of the minute before. */
  load: number
}

const FILE = fileURLToPath(new URL('docs/performance.md', packageRoot))

/** Writes docs/performance.md when the run was complete; prints the report otherwise. */
export async function writeReport(sections: Section[], run: Run): Promise<void> {
  const config = await prettier.resolveConfig(FILE)
  const text = await prettier.format(render(sections, run), { ...config, parser: 'markdown' })
  if (run.complete) writeFileSync(FILE, text)
  console.log(run.complete ? `${goalLines(sections).join('\n')}\nWritten to docs/performance.md.` : text)
}

function render(sections: Section[], { pace, postgres, load }: Run): string {
  const goals = sections.flatMap((section) => section.goals)
  const [cpu] = cpus()
  return `# Performance

Measured by \`npm run bench\`, which starts a PostgreSQL, the server in production mode and what it is compared with, one
process each, on one machine, the load generator beside them: ${pace.rounds} rounds of ${pace.seconds} s in turns after a
warm-up of ${pace.warmUpSeconds} s. Figures are medians over the rounds, ratios medians of the rounds' own ratios, ours ÷ theirs. CPU is
that of all processes of the server and of PostgreSQL for 1,000 requests. Any error or other body than the expected one
fails the run.

- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}; load average of the minute before: ${load.toFixed(2)}
- Node ${process.version}, ${postgres}, ${generatorName()}
- ${peerVersions()}

## Goals

${table({ head: ['measure', 'goal', 'measured', ''], rows: goals.map(goalRow) })}

${sections.map(renderSection).join('\n\n')}
`
}

function renderSection({ title, notes, tables }: Section): string {
  return [`## ${title}`, ...notes, ...tables.map(table)].join('\n\n')
}

function goalRow({ what, goal, figure, met }: Goal): string[] {
  return [what, goal, figure, met ? 'met' : '**missed**']
}

function goalLines(sections: Section[]): string[] {
  return sections.flatMap(({ goals }) => goals.map((goal) => goalRow(goal).join('  ').replaceAll('*', '')))
}

function table({ head, rows }: Table): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

function peerVersions(): string {
  const text = execFileSync('npm', ['ls', '--json', '--depth', '0'], { cwd: peersFolder, encoding: 'utf8' })
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, { version: string }> }
  return Object.entries(dependencies)
    .map(([name, { version }]) => `${name} ${version}`)
    .join(', ')
}
