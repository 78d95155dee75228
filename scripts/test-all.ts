import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findChromium, NO_CHROMIUM } from '../test/support/browser.js'
import { forgetReport, readReport, summary, writeCounts, type Counts } from './counts.js'

/*
 * Runs the suite, the tests that need a browser where Chromium is there, and the contract run; on PostgreSQL the part of the
 * suite that uses a database, and the contract run. Each runs also when one before it fails. Ends with the sum of their
 * counts, `N passed, N failed`, also in reports/total.json.
 */
interface ContractReport {
  apis: Record<string, { problems: unknown[] }>
  inAll: { responses: number; exercised: number; steps: number; stepsPassed: number }
}

const tests = kindsToRun().map((kind) => counted(kind, ['test.js', '--kind', kind], (report) => report as Counts))
const contract = counted('contract', ['contract.js'], (report) => {
  const { apis, inAll } = report as ContractReport
  const problems = Object.values(apis).flatMap((api) => api.problems)
  const passed = inAll.exercised + inAll.stepsPassed
  return { passed, failed: Math.max(problems.length, inAll.responses + inAll.steps - passed) }
})
const total = [...tests, contract].reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed
}))
writeCounts('total', total)
console.log(`\n${summary(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Tests that use no database, or a browser, run once, beside the embedded database. */
function kindsToRun(): string[] {
  if (process.env.DATABASE_URL !== undefined) return ['database']
  if (findChromium() !== undefined) return ['suite', 'browser']
  console.warn(`The tests in a browser are left out. ${NO_CHROMIUM}`)
  return ['suite']
}

/** The counts of a run. One that ends badly without a failure in its report is a failure itself. */
function counted(name: string, [script, ...args]: [string, ...string[]], read: (report: unknown) => Counts): Counts {
  forgetReport(name)
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', path, ...args], { stdio: 'inherit' })
  const report = readReport(name)
  const counts = report === undefined ? { passed: 0, failed: 0 } : read(report)
  const ok = status === 0 && counts.passed > 0
  return ok ? counts : { ...counts, failed: Math.max(1, counts.failed) }
}
