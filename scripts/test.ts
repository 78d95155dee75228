import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec as SpecReporter } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { packageRoot } from '../src/config/package-root.js'
import { findChromium, NO_CHROMIUM } from '../test/support/browser.js'
import { createTemplate } from '../test/support/database.js'
import { summary, writeCounts, type Counts } from './counts.js'

interface Kind {
  name: string
  /** How the paths below `test/` look. */
  paths: RegExp
  /** Files that run at the same time. */
  concurrency: number
}

const SUITE: Kind = { name: 'suite', paths: /^(?!resilience).*\.test\.ts$/, concurrency: availableParallelism() }
const BROWSER: Kind = { ...SUITE, name: 'browser', paths: /\.browser\.ts$/ }
/** They measure, and some take all cores. */
const RESILIENCE: Kind = { name: 'resilience', paths: /^resilience.*\.test\.ts$/, concurrency: 1 }

/*
 * Runs the compiled tests: those whose path contains one of the arguments, or all. Without an option it is the suite; with
 * `--browser` the `*.browser.ts`, which need a Chromium; with `--resilience` those of test/resilience. Makes the template
 * database first, on PostgreSQL when DATABASE_URL names one, else on the embedded database. Ends with
 * `N passed, N failed`, also in `reports/`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean' }, resilience: { type: 'boolean' } }
})
const kind = values.browser ? BROWSER : values.resilience ? RESILIENCE : SUITE
const files = testFiles(kind, positionals)
if (files.length === 0) throw new Error(`no test matches ${positionals.join(' ')}`)
if (values.browser && findChromium() === undefined) {
  console.error(NO_CHROMIUM)
  process.exit(1)
}

const template = await createTemplate()
process.env.TEST_TEMPLATE = template.name
try {
  const counts = await runTests(files, kind)
  writeCounts(kind.name, counts)
  console.log(summary(counts))
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1
} finally {
  await template.remove()
}

/** Looks for the sources, for `dist/` may still hold tests whose source is gone. */
function testFiles({ paths }: Kind, wanted: string[]): string[] {
  return readdirSync(new URL('test', packageRoot), { recursive: true, encoding: 'utf8' })
    .filter((file) => paths.test(file))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .map((file) => join(fileURLToPath(new URL('dist/test', packageRoot)), file.replace(/\.ts$/, '.js')))
    .sort()
}

/** The runner reports its own counts at the end, as diagnostics of the whole run: `pass 12`, `fail 0`. */
async function runTests(paths: string[], { concurrency }: Kind): Promise<Counts> {
  const reported = new Map<string, number>()
  const events = run({ files: paths, concurrency })
  events.on('test:diagnostic', ({ nesting, message }) => {
    const [, name, number] = /^(pass|fail|cancelled) (\d+)$/.exec(message) ?? []
    if (nesting === 0 && name !== undefined) reported.set(name, Number(number))
  })
  const report = events.compose(new SpecReporter())
  report.pipe(process.stdout, { end: false })
  await finished(report)
  const [passed, failed, cancelled] = [reported.get('pass'), reported.get('fail'), reported.get('cancelled')]
  if (passed === undefined || failed === undefined || cancelled === undefined) {
    throw new Error('the test runner did not report its counts')
  }
  return { passed, failed: failed + cancelled }
}
