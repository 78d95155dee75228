import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/*
 * `npm run publish:sdk`, on the commit of a release: publishes generated/sdk, with the repository that it was made from. In
 * a workflow with the permission `id-token: write` npm adds a provenance statement. What is given after `--` goes to
 * `npm publish`, such as `--dry-run`.
 */
const SDK = 'generated/sdk'
const manifest = JSON.parse(readFileSync(`${SDK}/package.json`, 'utf8'))
const tag = `v${manifest.version}`
const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, ACTIONS_ID_TOKEN_REQUEST_URL } = process.env

refuseIf(git('status', '--porcelain') !== '', 'the working tree has changes')
refuseIf(
  !git('tag', '--points-at', 'HEAD').split('\n').includes(tag),
  `this commit is not that of ${tag}: git checkout ${tag}`
)
const url = GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git` : origin()
refuseIf(url === '', 'the repository has no remote "origin", which the package has to name')

const folder = mkdtempSync(join(tmpdir(), 'quintet-sdk-publish-'))
try {
  cpSync(SDK, folder, { recursive: true })
  const repository = { type: 'git', url: url.replace(/^https:/, 'git+https:'), directory: SDK }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, repository }, null, 2)}\n`)
  const provenance = ACTIONS_ID_TOKEN_REQUEST_URL ? ['--provenance'] : []
  execFileSync('npm', ['publish', folder, ...provenance, ...process.argv.slice(2)], { stdio: 'inherit' })
} finally {
  rmSync(folder, { recursive: true })
}

/** @param {boolean} condition @param {string} reason */
function refuseIf(condition, reason) {
  if (!condition) return
  console.error(`cannot publish: ${reason}`)
  process.exit(1)
}

function origin() {
  return git('remote').split('\n').includes('origin') ? git('remote', 'get-url', 'origin') : ''
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}
