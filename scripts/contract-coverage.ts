import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { packageRoot } from '../src/config/package-root.js'
import { realmNames, type RealmName } from '../src/config/realm-names.js'
import { readContract } from '../src/http/contract.js'
import { inventoryOf } from '../test/contract/coverage/inventory.js'
import { reportOf, tableOf, type Coverage, type Reason, type Report } from './contract-coverage/report.js'

/*
 * Runs the suite and the contract run, and prints how much of the contracts their requests met: operations, parameters,
 * statuses, fields and values of enumerations. Writes reports/contract-coverage.json. Exits with 1 when a run fails, when
 * something is unmet that test/contract/coverage/unmet.json gives no reason for, and when it gives one that is not true.
 * Words narrow the suite as in `test:suite`. `--recorded <folder>` runs nothing and reads what CONTRACT_COVERAGE=<folder> left.
 */
interface Recorded {
  api: string
  met: string
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { recorded: { type: 'string' } } })
const folder = values.recorded ?? mkdtempSync(join(tmpdir(), 'quintet-contract-coverage-'))
try {
  const ran = values.recorded !== undefined || runTests()
  const recorded = readRecorded()
  const report = reportOf(
    realmNames.map((api) => coverageOf(api, recorded)),
    readReasons()
  )
  writeReport(report)
  print(report)
  if (!ran || report.unmet.length > 0 || report.wrongReasons.length > 0) process.exitCode = 1
} finally {
  if (values.recorded === undefined) rmSync(folder, { recursive: true })
}

/** Both runs, even when the first fails. */
function runTests(): boolean {
  const env = { ...process.env, CONTRACT_COVERAGE: folder }
  const results = [['test.js', ...positionals], ['contract.js']].map(([script, ...args]) => {
    const path = fileURLToPath(new URL(script!, import.meta.url))
    return spawnSync(process.execPath, ['--enable-source-maps', path, ...args], { stdio: 'inherit', env })
  })
  return results.every(({ status }) => status === 0)
}

function readRecorded(): Recorded[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ndjson'))
  const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  return lines.map((line) => JSON.parse(line) as Recorded)
}

function coverageOf(api: RealmName, recorded: Recorded[]): Coverage {
  const met = new Set(recorded.filter((line) => line.api === api).map((line) => line.met))
  return { api, items: inventoryOf(readContract(api)).items, met }
}

function readReasons(): Reason[] {
  return JSON.parse(readFileSync(new URL('test/contract/coverage/unmet.json', packageRoot), 'utf8')) as Reason[]
}

function writeReport(report: Report): void {
  mkdirSync(new URL('reports/', packageRoot), { recursive: true })
  writeFileSync(new URL('reports/contract-coverage.json', packageRoot), `${JSON.stringify(report, null, 2)}\n`)
}

function print(report: Report): void {
  console.log(`\nmet/all\n${tableOf(report)}\n`)
  for (const name of report.unmet) console.error(`unmet, without a reason: ${name}`)
  for (const text of report.wrongReasons) console.error(`reason that is not true: ${text}`)
  const { unmet, explained } = report
  console.log(`${unmet.length + explained.length} unmet, ${explained.length} of them with a reason`)
}
