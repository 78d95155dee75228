import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import process from 'node:process'

/*
 * Before `npm start` and the like: builds with the command that is given, where that can be done, so that what runs is
 * never older than the sources. Plain JavaScript, for it runs before anything is built.
 */
const [command, ...args] = process.argv.slice(2)
const isBuilt = existsSync('dist/src/main.js')

function fail(line) {
  console.error(line)
  process.exit(1)
}

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

if (!existsSync('node_modules')) fail('cannot run: the packages are not installed; type npm ci')
if (!existsSync('node_modules/typescript')) {
  if (!isBuilt) fail('cannot run: dist/ is not built, and what builds it is not installed; type npm ci --include=dev')
} else if (!['dist', 'dist/src', 'dist/src/main.js'].every((path) => isWritable(existsSync(path) ? path : '.'))) {
  if (!isBuilt) fail('cannot run: this user may not write dist/; type npm run build as the owner of this folder')
  console.error(
    'dist/ cannot be written, so what was built before runs; npm run build as its owner brings it up to date'
  )
} else {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  process.exitCode = status ?? 1
}
