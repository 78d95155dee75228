import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../src/config/package-root.js'

/*
 * Runs the suite, or a part of it as `test:suite` does, and prints which lines of `src` ran, in the processes that tests
 * start too. Leaves a page for each file in reports/coverage. Fails when a test does, whatever the share. Not counted are
 * modules of types alone, and `src/sdk`, which tests run as the package that is made from it.
 */
const c8 = createRequire(import.meta.url).resolve('c8/bin/c8.js')
const tests = fileURLToPath(new URL('test.js', import.meta.url))
const counted = ['--all', '--src', 'src', '--include', 'src/**', '--exclude-after-remap', '--merge-async']
const excluded = ['src/sdk/**', ...typeModules()].flatMap((path) => ['--exclude', path])
const reports = ['--reporter', 'text', '--reporter', 'html', '--reports-dir', 'reports/coverage']
const { status } = spawnSync(
  process.execPath,
  [c8, ...counted, ...excluded, ...reports, process.execPath, '--enable-source-maps', tests, ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: packageRoot }
)
process.exitCode = status ?? 1

/** Sources of which nothing is left when they are compiled. */
function typeModules(): string[] {
  const folder = new URL('dist/src/', packageRoot)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .filter((path) =>
      /^export \{\};\s*\/\/# sourceMappingURL=\S+\s*$/.test(readFileSync(new URL(path, folder), 'utf8'))
    )
    .map((path) => `src/${path.replace(/\.js$/, '.ts')}`)
}
