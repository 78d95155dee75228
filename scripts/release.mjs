import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

/*
 * `npm run release -- <version>`, on a clean main: commits the version in package.json and CHANGELOG.md, tags it
 * `v<version>`, and commits the begin of the next version. Pushes nothing. Plain JavaScript: it needs no build.
 */
const UNRELEASED = '## Unreleased\n'
const [version = ''] = process.argv.slice(2)
const tag = `v${version}`
const before = readFileSync('CHANGELOG.md', 'utf8')

refuseIf(!/^\d+\.\d+\.\d+$/.test(version), 'usage: npm run release -- <major>.<minor>.<patch>')
refuseIf(git('branch', '--show-current') !== 'main', 'a release is made on main')
refuseIf(git('status', '--porcelain') !== '', 'the working tree has changes')
const [latest] = git('tag', '--list', 'v[0-9]*', '--sort=-version:refname').split('\n')
refuseIf(!isNewer(tag, latest), `${latest} is released already`)
refuseIf(!/^## Unreleased\n\s*(?!## )\S/m.test(before), 'CHANGELOG.md has nothing under "Unreleased"')

run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version')
const today = new Date().toISOString().slice(0, 10)
const released = before.replace(UNRELEASED, `## ${version} – ${today}\n`)
writeFileSync('CHANGELOG.md', released)
run('npm', 'run', '--silent', 'generate')
commit(`Release ${version}`)
git('tag', '--annotate', tag, '--message', `Quintet ${version}`)

// Breaks are accepted against the last release, which is this one from now on.
writeFileSync('openapi/breaks.json', '[]\n')
writeFileSync('CHANGELOG.md', released.replace('\n## ', `\n${UNRELEASED}\n## `))
commit('Begin the next version')
console.log(`Made ${tag}. To publish it: git push --atomic origin main ${tag}`)

/** @param {boolean} condition @param {string} reason */
function refuseIf(condition, reason) {
  if (!condition) return
  console.error(`cannot release: ${reason}`)
  process.exit(1)
}

/** @param {string} wanted @param {string | undefined} latest */
function isNewer(wanted, latest) {
  return !latest || wanted.localeCompare(latest, 'en', { numeric: true }) > 0
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}

/** @param {string} message */
function commit(message) {
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
}
