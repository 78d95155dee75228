import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

const script = fileURLToPath(new URL('scripts/build.mjs', packageRoot))

describe('npm run build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-test-'))
  after(() => rmSync(folder, { recursive: true }))

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  /** Takes the place of the compiler, or of what builds the site: prints its name and makes its folder. */
  const builder = (name: string, output: string): string =>
    `console.log('${name}'); require('node:fs').mkdirSync('dist/${output}', { recursive: true })`
  const build = (): { status: number | null; ran: string[] } => {
    const { status, stdout } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })
    return { status, ran: stdout.split('\n').slice(0, -1) }
  }

  it('compiles and builds documentation and console only when an input of theirs changed', () => {
    write('node_modules/typescript/bin/tsc', builder('compiler', 'src'))
    write('dist/scripts/build-docs.js', builder('site', 'docs'))
    write('dist/scripts/build-console.js', builder('console', 'console'))
    write('src/main.ts', '1')
    assert.deepEqual(build(), { status: 0, ran: ['compiler', 'site', 'console'] })
    assert.deepEqual(build(), { status: 0, ran: [] })
    write('docs/zh/tms.yaml', 'a: b')
    assert.deepEqual(build(), { status: 0, ran: ['site'] })
    write('generated/limits/tms.ts', '1')
    assert.deepEqual(build(), { status: 0, ran: ['compiler', 'site', 'console'] })
    write('test/new.test.ts', '')
    assert.deepEqual(build(), { status: 0, ran: ['compiler'] })
    rmSync(join(folder, 'dist/docs'), { recursive: true })
    assert.deepEqual(build(), { status: 0, ran: ['site'] })
    rmSync(join(folder, 'dist/console'), { recursive: true })
    assert.deepEqual(build(), { status: 0, ran: ['console'] })
  })

  it('fails with the compiler, and compiles again the next time', () => {
    write('src/main.ts', '2')
    write('node_modules/typescript/bin/tsc', "console.log('compiler'); process.exitCode = 2")
    for (let time = 0; time < 2; time += 1) assert.deepEqual(build(), { status: 2, ran: ['compiler'] })
  })
})
