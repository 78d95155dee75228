import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realmNames } from '../src/config/realm-names.js'
import { packageRoot } from '../src/config/package-root.js'
import { cases } from '../test/contract/cases/index.js'
import { exerciseApi, type ApiResult } from '../test/contract/exercise.js'
import { removeOwnTemplate } from '../test/support/database.js'
import { startServer } from '../test/support/server.js'

/*
 * Has a server answer every documented status of every operation, and validates the responses against the contracts. Takes the
 * names of APIs, or none for all. Writes reports/contract.json; exits 1 and says what is wrong when anything is.
 */
type Counts = Omit<ApiResult, 'problems'>

const wanted = process.argv.slice(2)
const names = realmNames.filter((name) => wanted.length === 0 || wanted.includes(name))
const unknown = wanted.filter((name) => !names.some((known) => known === name))
if (unknown.length > 0) throw new Error(`no API is called ${unknown.join(', ')}`)

const results = await exerciseAll()
const total = { operations: 0, responses: 0, exercised: 0 } satisfies Counts
for (const result of Object.values(results)) {
  total.operations += result.operations
  total.responses += result.responses
  total.exercised += result.exercised
}
await mkdir(new URL('reports/', packageRoot), { recursive: true })
await writeFile(
  new URL('reports/contract.json', packageRoot),
  `${JSON.stringify({ apis: results, inAll: total }, null, 2)}\n`
)

printCounts(results, total)
const problems = Object.entries(results).flatMap(([name, result]) => result.problems.map((text) => `${name} ${text}`))
for (const problem of problems) console.error(problem)
if (problems.length > 0 || total.exercised !== total.responses) process.exitCode = 1

async function exerciseAll(): Promise<Record<string, ApiResult>> {
  const folder = await mkdtemp(join(tmpdir(), 'quintet-contract-'))
  const server = await startServer({ APIS: names.join(',') })
  try {
    const all: Record<string, ApiResult> = {}
    for (const name of names) all[name] = await exerciseApi(server, name, cases[name], folder)
    return all
  } finally {
    await server.stop()
    await removeOwnTemplate()
    await rm(folder, { recursive: true })
  }
}

function printCounts(perApi: Record<string, Counts>, inAll: Counts): void {
  const heading = ['', 'operations', 'documented responses', 'exercised']
  const rows = Object.entries({ ...perApi, 'in all': inAll }).map(([name, counts]) => [
    name,
    ...[counts.operations, counts.responses, counts.exercised].map(String)
  ])
  const width = Math.max(...rows.map(([name]) => name!.length))
  for (const [name, ...counts] of [heading, ...rows]) {
    console.log([name!.padEnd(width), ...counts.map((text, i) => text.padStart(heading[i + 1]!.length))].join('  '))
  }
}
