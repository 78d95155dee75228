import type { Command, DatabaseCommand } from './commands/command.js'
import type { Options } from './terminal/option.js'

const WIDTH = 110
const CALL = 'npm run admin --'

export function help(commands: Map<string, Command | DatabaseCommand>): string {
  return `Accounts of a realm, for operators.

  ${CALL} <command> --realm <realm> [options]

${table([...commands].map(([name, { summary }]) => [name, summary]))}

${CALL} <command> --help tells the options of a command.

The database is the server's: the same environment variables, see npm run config. The embedded database belongs to
one process at a time, so stop the server first.

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`
}

export function commandHelp(name: string, { summary, details }: Command | DatabaseCommand, options: Options): string {
  const entries = Object.entries(options).map(([option, { placeholder, meaning, needed }]) => {
    const usage = placeholder === undefined ? `--${option}` : `--${option} <${placeholder}>`
    return { usage, shown: needed ? usage : `[${usage}]`, meaning }
  })
  return `  ${[CALL, name, ...entries.map(({ shown }) => shown)].join(' ')}

${wrap([summary, details].join(' ').trim(), WIDTH).join('\n')}

${table(entries.map(({ usage, meaning }) => [usage, meaning]))}`
}

/** Two columns, the second in as many lines as it needs. */
function table(rows: [left: string, right: string][]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4
  return rows
    .map(([left, right]) => `  ${left}`.padEnd(width) + wrap(right, WIDTH - width).join(`\n${' '.repeat(width)}`))
    .join('\n')
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && longer.length > width) lines.push(line)
    line = line !== '' && longer.length > width ? word : longer
  }
  return [...lines, line]
}
