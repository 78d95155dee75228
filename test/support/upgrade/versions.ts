import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../../src/config/package-root.js'
import { migrations } from '../../../src/database/migrations/index.js'
import { isServedBy } from '../../../src/database/migrations/newer.js'
import { runProgram } from '../../../scripts/programs.js'
import { copyProject } from '../project-copy.js'

const ROOT = fileURLToPath(packageRoot)
const LIST = 'src/database/migrations/index.ts'
/** From then on a server starts on a database that a newer one has migrated. */
const SINCE = 'src/database/migrations/newer.ts'
const SAMPLE = new URL('sample-migration.js', import.meta.url).href

/** The server and its command line, built in a folder of their own. */
export interface Version {
  title: string
  main: string
  admin(...words: string[]): Promise<string>
  remove(): void
}

/**
 * Builds the version that an operator upgrades from: UPGRADE_FROM, or the last release; before the first one the last commit
 * that lacks a migration and may run beside the present code, or else the present one.
 */
export async function buildOlder(env: Record<string, string>): Promise<Version> {
  const commit = process.env.UPGRADE_FROM ?? lastRelease() ?? beforeNewestMigration() ?? 'HEAD'
  const folder = mkdtempSync(join(tmpdir(), 'quintet-older-'))
  const archive = join(folder, 'archive.tar')
  git('archive', '--output', archive, commit)
  await runProgram('tar', ['--extract', '--file', archive, '--directory', folder])
  await installPackages(folder)
  await runProgram(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { cwd: folder })
  return versionIn(folder, git('describe', '--tags', '--always', commit), env)
}

/** The present version with one more migration, of everything that a release may change. */
export function copyNewer(env: Record<string, string>): Version {
  const folder = copyProject('dist/src', 'generated', 'package.json')
  const list = join(folder, 'dist/src/database/migrations/index.js')
  appendFileSync(list, `\nimport { up, down } from '${SAMPLE}';\nmigrations['9999-sample'] = { up, down };\n`)
  return versionIn(folder, 'the present one', env)
}

function versionIn(folder: string, title: string, env: Record<string, string>): Version {
  const program = join(folder, 'dist/src/cli/admin.js')
  return {
    title,
    main: join(folder, 'dist/src/main.js'),
    admin: (...words) => runProgram(process.execPath, [program, ...words], { env }),
    remove: () => rmSync(folder, { recursive: true })
  }
}

async function installPackages(folder: string): Promise<void> {
  const lock = 'package-lock.json'
  const isSame = readFileSync(join(folder, lock), 'utf8') === readFileSync(join(ROOT, lock), 'utf8')
  if (isSame) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  else await runProgram('npm', ['ci', '--prefer-offline'], { cwd: folder })
}

function lastRelease(): string | undefined {
  const [tag] = git('tag', '--list', 'v[0-9]*', '--sort=-version:refname').split('\n')
  return tag === '' ? undefined : tag
}

/** The newest commit that lacks a migration of the present list, unless it must not run beside that. */
function beforeNewestMigration(): string | undefined {
  const present = Object.keys(migrations)
  for (const commit of git('log', '--format=%H', '--', LIST).split('\n')) {
    if (!hasFile(`${commit}^`, SINCE)) return undefined
    const list = git('show', `${commit}^:${LIST}`)
    const known = present.filter((name) => list.includes(`'${name}'`))
    if (known.length === present.length) continue
    return present.every((name) => known.includes(name) || isServedBy(name, known)) ? `${commit}^` : undefined
  }
  return undefined
}

function hasFile(commit: string, path: string): boolean {
  try {
    git('cat-file', '-e', `${commit}:${path}`)
    return true
  } catch {
    return false
  }
}

/** Whether the history of the project is here. */
export function isRepository(): boolean {
  return existsSync(join(ROOT, '.git'))
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
