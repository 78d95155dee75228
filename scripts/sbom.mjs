import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * `npm run sbom`: prints what the server runs with, in CycloneDX, from the lock file alone. `npm sbom --omit dev` leaves out
 * packages that development needs too, so it is given a lock file without those that only development needs.
 */
const manifest = withoutDevelopment(JSON.parse(readFileSync('package.json', 'utf8')))
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = Object.entries(lock.packages)
  .filter(([, { dev }]) => !dev)
  .map(([path, entry]) => [path, path === '' ? withoutDevelopment(entry) : entry])

const place = mkdtempSync(join(tmpdir(), 'quintet-sbom-'))
// npm takes the name of the application from that of its folder.
const folder = join(place, manifest.name)
try {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }))
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only']
  execFileSync('npm', ['sbom', ...options], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
} finally {
  rmSync(place, { recursive: true })
}

/** @param {{ name: string, devDependencies?: object }} manifest */
function withoutDevelopment({ devDependencies: _, ...others }) {
  return others
}
