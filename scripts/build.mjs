import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/*
 * Compiles the project and builds the documentation site and the console, each only when one of its inputs differs from
 * those of its last build: a hash of them is kept in dist/. Plain JavaScript, for it runs before anything is built.
 */
const packages = ['package-lock.json', 'package.json']
const sources = ['src', 'scripts', 'generated', ...packages]
const stages = [
  {
    script: 'node_modules/typescript/bin/tsc',
    args: ['-b'],
    output: 'dist/src',
    inputs: [...sources, 'test', 'tsconfig.json']
  },
  {
    script: 'dist/scripts/build-docs.js',
    args: [],
    output: 'dist/docs',
    inputs: [...sources, 'CHANGELOG.md', 'docs', 'openapi/collections', 'openapi/workflows'],
    except: 'src/console/'
  },
  {
    script: 'dist/scripts/build-console.js',
    args: [],
    output: 'dist/console',
    inputs: [
      'src/console',
      'generated/sdk',
      'generated/limits',
      'generated/rights',
      'scripts/build-console.ts',
      'scripts/docs/assets.ts',
      ...packages
    ]
  }
]

for (const { script, args, output, inputs, except } of stages) {
  const stamp = `${output}.inputs`
  const hash = hashOf(inputs, except)
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
  rmSync(stamp, { force: true })
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, hash)
}

/** One hash of the names and contents of all files in these files and folders, without those below `except`. */
function hashOf(paths, except) {
  const hash = createHash('sha256')
  const files = paths.flatMap(filesIn).filter((path) => except === undefined || !path.startsWith(except))
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.filter((file) => !file.includes('node_modules')).sort()
}
