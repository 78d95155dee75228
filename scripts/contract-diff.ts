import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptanceOf, notShown, readAccepted, type AcceptedBreak } from './contract-diff/accepted.js'
import { findBreaks, removedApi, type Break } from './contract-diff/breaks.js'
import type { Document } from './contract-diff/redocly.js'
import { contractsAt, defaultRevision } from './contract-diff/revision.js'
import { contractsHere } from './contract-diff/working-tree.js'

/*
 * `npm run contract:diff -- <revision>`: says what in the contracts below openapi/ of this folder breaks clients that were
 * written to those of another revision; without one, of the last release, or else of the first parent. Exits 1 on a break that
 * openapi/breaks.json does not accept with a reason, or on a reason that CHANGELOG.md does not show; 2 when it cannot compare.
 */
const folder = process.cwd()
const [named] = process.argv.slice(2)

try {
  process.exitCode = (await report()) ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}

/** Prints what was found; false when that is not to be released. */
async function report(): Promise<boolean> {
  const revision = named ?? defaultRevision(folder)
  if (revision === undefined) {
    console.log('Nothing to compare the contracts with: no release and no earlier commit is here (a shallow clone?).')
    return true
  }
  const accepted = readAccepted(readText('openapi/breaks.json') ?? '[]')
  const breaks = compare(contractsAt(folder, revision), await contractsHere())
  const refused = breaks.filter((found) => acceptanceOf(found, accepted) === undefined)
  const hidden = notShown(accepted, readText('CHANGELOG.md') ?? '')
  breaks.forEach((found) => console.log(describe(found, acceptanceOf(found, accepted))))
  hidden.forEach(({ reason }) => console.log(`CHANGELOG.md does not show why clients break: ${reason}\n`))
  console.log(`Compared with ${revision}: ${breaks.length} breaks, ${breaks.length - refused.length} of them accepted.`)
  if (refused.length > 0) console.log(howToAccept(refused))
  return refused.length === 0 && hidden.length === 0
}

function compare(before: Map<string, Document>, after: Map<string, Document>): Break[] {
  return [...before].flatMap(([api, base]) => {
    const revised = after.get(api)
    return revised === undefined ? [removedApi(api)] : findBreaks(api, base, revised)
  })
}

function readText(file: string): string | undefined {
  const path = join(folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function describe({ api, rule, path, operations, what, why }: Break, accepted?: AcceptedBreak): string {
  const lines = [
    `${api} ${operations.join(', ')}: ${what}`,
    `  ${why} (${rule})`,
    `  ${path}`,
    ...(accepted === undefined ? [] : [`  Accepted: ${accepted.reason}`])
  ]
  return `${lines.join('\n')}\n`
}

function howToAccept(refused: Break[]): string {
  const entries = refused.map(({ api, rule, path, what }) => ({ api, rule, path, what, reason: '' }))
  return `To break clients on purpose, say why in openapi/breaks.json and in CHANGELOG.md:\n${JSON.stringify(entries, null, 2)}`
}
