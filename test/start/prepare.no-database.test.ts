import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

const script = fileURLToPath(new URL('scripts/prepare.mjs', packageRoot))

describe('the preparation of npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-test-'))
  after(() => rmSync(folder, { recursive: true }))
  const make = (path: string): void => void mkdirSync(join(folder, path), { recursive: true })
  const prepare = (): { status: number | null; stdout: string; stderr: string } => {
    const build = [process.execPath, '-e', 'console.log("built")']
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...build], {
      cwd: folder,
      encoding: 'utf8'
    })
    return { status, stdout, stderr }
  }

  it('requires packages, builds where it can, and otherwise keeps the last build', () => {
    const noPackages = 'cannot run: the packages are not installed; type npm ci\n'
    assert.deepEqual(prepare(), { status: 1, stdout: '', stderr: noPackages })
    make('node_modules')
    const noBuilders =
      'cannot run: dist/ is not built, and what builds it is not installed; type npm ci --include=dev\n'
    assert.deepEqual(prepare(), { status: 1, stdout: '', stderr: noBuilders })
    make('dist/src')
    writeFileSync(join(folder, 'dist/src/main.js'), '')
    assert.deepEqual(prepare(), { status: 0, stdout: '', stderr: '' })
    make('node_modules/typescript')
    assert.deepEqual(prepare(), { status: 0, stdout: 'built\n', stderr: '' })
  })
})
