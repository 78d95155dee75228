import { writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { packageRoot } from '../../../src/config/package-root.js'
import { realmNames } from '../../../src/config/realm-names.js'

/** What became of a generator: the errors of the APIs whose clients failed. */
export interface Result {
  name: string
  note?: string
  errors: Record<string, string>
}

/** Writes docs/generators.md. */
export async function writeTable(results: Result[]): Promise<void> {
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const rows = results.map(({ name, errors }) =>
    row([name, ...realmNames.map((api) => (api in errors ? 'fails' : 'passes'))])
  )
  const table = [row(['', ...realmNames]), row(['', ...realmNames].map(() => '---')), ...rows].join('\n')
  const notes = results.flatMap(({ name, note }) =>
    note === undefined ? [] : [`- ${name}: ${note.replace(/\s+/g, ' ')}`]
  )
  const text = `# Clients of other generators

Made by \`npm run test:resilience -- generators\`. A client passes when it is generated from the bundled contract, compiles and is
imported, and then logs in, reads, writes and reads a refusal from a server, each with the right status and values.

${table}

${notes.join('\n')}
`
  await writeFile(
    new URL('docs/generators.md', packageRoot),
    await format(text, { parser: 'markdown', printWidth: 132 })
  )
}
