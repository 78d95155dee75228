import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec as SpecReporter } from 'node:test/reporters'
import { inspect, parseArgs } from 'node:util'
import { findChromium, NO_CHROMIUM } from '../test/support/browser.js'
import { createTemplate } from '../test/support/database.js'
import { summary, writeCounts, writeFailures, type Counts } from './counts.js'
import { findTests, modulesOf, modulesOfFolders, writeModule } from './test/files.js'

interface Kind {
  /** How the paths below `test/` look. */
  paths: RegExp
  /** The modules to run, each in a process; those that have to be made are in `place`. */
  modules(tests: string[], place: string): string[]
  /** Processes at the same time. */
  concurrency: number
  /** How long a process may take before it is ended and counts as failed, if not `MINUTES`. */
  minutes?: number
}

const MINUTES = 15

const cores = availableParallelism()
const kinds: Record<string, Kind> = {
  suite: { paths: /^(?!resilience).*\.test\.ts$/, modules: modulesOfFolders, concurrency: cores },
  // They start no server, database or process.
  unit: { paths: /\.unit\.test\.ts$/, modules: (tests, place) => [writeModule('unit', tests, place)], concurrency: 1 },
  // What may differ between PostgreSQL and the embedded database: all but those that use neither.
  database: {
    paths: /^(?!resilience).*(?<!\.unit|\.no-database)\.test\.ts$/,
    modules: modulesOfFolders,
    concurrency: cores
  },
  e2e: { paths: /^(?!resilience).*(?<!\.unit)\.test\.ts$/, modules: modulesOfFolders, concurrency: cores },
  browser: { paths: /\.browser\.ts$/, modules: modulesOf, concurrency: cores },
  // What may differ on a database of DATABASE_SCHEMA=portable: all but the parts that do not come near one, and what is about
  // means that this schema lacks.
  portable: {
    paths:
      /^(accounts|apis|audit|cli|database|import-export|sessions|tokens|webhooks)\/.*(?<!\.unit|\.no-database|\.full-schema)\.test\.ts$/,
    modules: modulesOfFolders,
    concurrency: cores
  },
  // They measure, and some take all cores.
  resilience: { paths: /^resilience.*\.test\.ts$/, modules: modulesOf, concurrency: 1, minutes: 160 }
}

/*
 * Runs the compiled tests of a kind, `--kind suite` if none is named: those whose path contains one of the arguments, or
 * all. Makes the template database first, on PostgreSQL when DATABASE_URL names one, else on the embedded database. Ends
 * with `N passed, N failed`, also in `reports/`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: 'string', default: 'suite' } }
})
const name = values.kind
const kind = kinds[name]
if (kind === undefined) throw new Error(`--kind is one of ${Object.keys(kinds).join(', ')}`)
const tests = findTests(kind.paths, positionals)
if (tests.length === 0) throw new Error(`no test matches ${positionals.join(' ')}`)
if (name === 'browser' && findChromium() === undefined) {
  console.error(NO_CHROMIUM)
  process.exit(1)
}

const place = mkdtempSync(join(tmpdir(), 'quintet-test-'))
const template = name === 'unit' ? undefined : await createTemplate()
Object.assign(process.env, template?.env)
try {
  const { failures, ...counts } = await runTests(kind.modules(tests, place), kind)
  writeCounts(name, counts)
  writeFailures(name, failures)
  console.log(summary(counts))
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1
} finally {
  await template?.remove()
  rmSync(place, { recursive: true })
}

/** The runner reports its own counts at the end, as diagnostics of the whole run: `pass 12`, `fail 0`. */
async function runTests(
  paths: string[],
  { concurrency, minutes = MINUTES }: Kind
): Promise<Counts & { failures: string[] }> {
  const reported = new Map<string, number>()
  const failures: string[] = []
  const events = run({ files: paths, concurrency, timeout: minutes * 60_000 })
  events.on('test:diagnostic', ({ nesting, message }) => {
    const [, name, number] = /^(pass|fail|cancelled) (\d+)$/.exec(message) ?? []
    if (nesting === 0 && name !== undefined) reported.set(name, Number(number))
  })
  events.on('test:fail', ({ name, details: { error } }) => {
    // A suite fails with its tests, which say why.
    const bySubtests = 'failureType' in error && error.failureType === 'subtestsFailed'
    if (!bySubtests) failures.push(`${name}\n${inspect(error.cause)}`)
  })
  const report = events.compose(new SpecReporter()) as NodeJS.ReadWriteStream
  report.pipe(process.stdout, { end: false })
  await finished(report)
  const [passed, failed, cancelled] = [reported.get('pass'), reported.get('fail'), reported.get('cancelled')]
  if (passed === undefined || failed === undefined || cancelled === undefined) {
    throw new Error('the test runner did not report its counts')
  }
  return { passed, failed: failed + cancelled, failures }
}
