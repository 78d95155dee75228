import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

const SDK = fileURLToPath(new URL('generated/sdk', packageRoot))
const place = mkdtempSync(join(tmpdir(), 'quintet-pack-'))

/** The hash of what npm packs from a copy whose files have this mode and were changed at this time. */
function packedHash(name: string, mode: number, changed: Date): string {
  const folder = join(place, name)
  cpSync(SDK, folder, { recursive: true })
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) chmodSync(path, mode)
    utimesSync(path, changed, changed)
  }
  const env = { ...process.env, npm_config_cache: join(place, 'cache') }
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: folder, env, encoding: 'utf8' })
  ) as [{ filename: string }]
  return createHash('sha256')
    .update(readFileSync(join(folder, filename)))
    .digest('hex')
}

describe('the client package', () => {
  after(() => rmSync(place, { recursive: true }))

  it('is packed to the same bytes from the same files, wherever and whenever', () => {
    const first = packedHash('first', 0o644, new Date('2026-01-01'))
    const second = packedHash('second-of-another-name', 0o664, new Date('2020-02-02'))
    assert.equal(second, first)
  })
})
