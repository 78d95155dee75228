import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../src/config/package-root.js'

interface Component {
  name: string
  version: string
  purl: string
  hashes?: { alg: string }[]
  licenses?: object[]
}

interface Bom {
  bomFormat: string
  metadata: { component: { name: string } }
  components: Component[]
}

interface Locked {
  version: string
  dev?: boolean
}

const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8')
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
/** `name@version` of what is installed without development dependencies. */
const wanted = Object.entries(packages)
  .filter(([path, { dev = false }]) => path !== '' && !dev)
  .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`)

describe('npm run sbom', () => {
  it('lists the packages of the lock file that the server runs with, each with its licence and hash', () => {
    const cwd = fileURLToPath(packageRoot)
    const text = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd, encoding: 'utf8', maxBuffer: 1e8 })
    const { bomFormat, metadata, components } = JSON.parse(text) as Bom
    assert.deepEqual([bomFormat, metadata.component.name], ['CycloneDX', 'quintet'])
    const listed = components.map(({ name, version }) => `${name}@${version}`)
    assert.deepEqual([...new Set(listed)].sort(), [...new Set(wanted)].sort())
    const incomplete = components.filter(
      ({ purl, hashes, licenses }) => !purl.startsWith('pkg:npm/') || hashes?.[0]?.alg !== 'SHA-512' || !licenses
    )
    assert.deepEqual(incomplete, [])
  })
})
