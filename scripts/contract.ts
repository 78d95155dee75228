import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../src/config/config.js'
import { realmNames, type RealmName } from '../src/config/realm-names.js'
import { packageRoot } from '../src/config/package-root.js'
import { startMock } from '../src/mock/start.js'
import { cases } from '../test/contract/cases/index.js'
import { exerciseApi, type ApiResult } from '../test/contract/exercise.js'
import { runWorkflows, type WorkflowResults } from '../test/contract/workflows.js'
import { removeOwnTemplate } from '../test/support/database.js'
import { startServer } from '../test/support/server.js'
import { writeFailures } from './counts.js'

/*
 * Has a server answer every documented status of every operation, and validates the responses against the contracts. Runs
 * the workflows in openapi/workflows on the server, and on the mock those that it can answer. Takes the names of APIs, or none
 * for all. Writes reports/contract.json; exits 1 and says what is wrong when anything is.
 */
interface Counts {
  operations: number
  responses: number
  exercised: number
  /** Of the workflows, on the server and the mock together. */
  steps: number
  stepsPassed: number
}
type Result = Counts & { problems: string[] }

const wanted = process.argv.slice(2)
const names = realmNames.filter((name) => wanted.length === 0 || wanted.includes(name))
const unknown = wanted.filter((name) => !names.some((known) => known === name))
if (unknown.length > 0) throw new Error(`no API is called ${unknown.join(', ')}`)

const results = await exerciseAll()
const total: Counts = { operations: 0, responses: 0, exercised: 0, steps: 0, stepsPassed: 0 }
for (const result of Object.values(results)) {
  for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += result[key]
}
await mkdir(new URL('reports/', packageRoot), { recursive: true })
await writeFile(
  new URL('reports/contract.json', packageRoot),
  `${JSON.stringify({ apis: results, inAll: total }, null, 2)}\n`
)

printCounts(results, total)
const problems = Object.entries(results).flatMap(([name, result]) => result.problems.map((text) => `${name} ${text}`))
for (const problem of problems) console.error(problem)
writeFailures('contract', problems)
if (problems.length > 0 || total.exercised !== total.responses || total.stepsPassed !== total.steps)
  process.exitCode = 1

async function exerciseAll(): Promise<Record<string, Result>> {
  const folder = await mkdtemp(join(tmpdir(), 'quintet-contract-'))
  const server = await startServer({ APIS: names.join(',') })
  try {
    const onServer = await runWorkflows({ origin: server.origin, names, folder })
    const onMock = await runOnMock(folder)
    const all: Record<string, Result> = {}
    for (const name of names) {
      const exercised = await exerciseApi(server, name, cases[name], folder)
      all[name] = withWorkflows(exercised, { server: onServer[name], mock: onMock[name] })
    }
    return all
  } finally {
    await server.stop()
    await removeOwnTemplate()
    await rm(folder, { recursive: true })
  }
}

/** The mock keeps no sessions that could end. */
async function runOnMock(folder: string): Promise<WorkflowResults> {
  const config = readConfig({ PORT: '0', APIS: names.join(',') })
  const mock = await startMock(config, pino({ level: 'silent' }))
  try {
    return await runWorkflows({ origin: `http://127.0.0.1:${mock.ports[0]}`, names, workflows: ['session'], folder })
  } finally {
    await mock.stop()
  }
}

function withWorkflows(exercised: ApiResult, ran: Record<string, WorkflowResults[RealmName]>): Result {
  const result: Result = { ...exercised, steps: 0, stepsPassed: 0, problems: [...exercised.problems] }
  for (const [where, workflows] of Object.entries(ran)) {
    result.steps += workflows.steps
    result.stepsPassed += workflows.passed
    result.problems.push(...workflows.problems.map((problem) => `workflow on the ${where}: ${problem}`))
  }
  return result
}

function printCounts(perApi: Record<string, Counts>, inAll: Counts): void {
  const heading = ['', 'operations', 'documented responses', 'exercised', 'steps of workflows', 'passed']
  const rows = Object.entries({ ...perApi, 'in all': inAll }).map(([name, counts]) => [
    name,
    ...[counts.operations, counts.responses, counts.exercised, counts.steps, counts.stepsPassed].map(String)
  ])
  const width = Math.max(...rows.map(([name]) => name!.length))
  for (const [name, ...counts] of [heading, ...rows]) {
    console.log([name!.padEnd(width), ...counts.map((text, i) => text.padStart(heading[i + 1]!.length))].join('  '))
  }
}
