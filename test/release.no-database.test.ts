import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../src/config/package-root.js'

const COMMAND = fileURLToPath(new URL('scripts/release.mjs', packageRoot))
const AUTHOR = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b.c',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b.c'
}
const BREAK = '[{ "rule": "property-removed" }]\n'
// Like `npm run generate` of the project, it writes the version into what it makes.
const generate = `node -e "fs.writeFileSync('made', JSON.parse(fs.readFileSync('package.json')).version)"`

describe('npm run release', () => {
  let folder = ''
  const options = () => ({ cwd: folder, encoding: 'utf8', env: { ...process.env, ...AUTHOR } }) as const
  const git = (...args: string[]): string => execFileSync('git', args, options()).trim()
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  const release = (...args: string[]) => spawnSync(process.execPath, [COMMAND, ...args], options())

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-release-test-'))
    mkdirSync(join(folder, 'openapi'))
    write('package.json', JSON.stringify({ name: 'small', version: '0.1.0', scripts: { generate } }))
    write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- Something new.\n')
    write('openapi/breaks.json', BREAK)
    git('init', '--quiet', '--initial-branch=main')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'x')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('tags a commit that has the version in the package, in what is generated and in the change log', () => {
    const { status, stderr } = release('0.2.0')
    assert.equal(status, 0, stderr)
    assert.equal(git('log', '-1', '--format=%s', 'v0.2.0'), 'Release 0.2.0')
    assert.equal(JSON.parse(git('show', 'v0.2.0:package.json')).version, '0.2.0')
    assert.equal(git('show', 'v0.2.0:made'), '0.2.0')
    assert.match(
      git('show', 'v0.2.0:CHANGELOG.md'),
      /^# Changelog\n\n## 0\.2\.0 – \d{4}-\d\d-\d\d\n\n- Something new\.$/
    )
    assert.equal(git('show', 'v0.2.0:openapi/breaks.json'), BREAK.trim())
  })

  it('then begins the next version: nothing unreleased, no accepted break, nothing left to commit', () => {
    release('0.1.0')
    const text = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')
    assert.match(text, /^# Changelog\n\n## Unreleased\n\n## 0\.1\.0 – .*\n\n- Something new\.\n$/)
    assert.equal(git('show', 'HEAD:openapi/breaks.json'), '[]')
    assert.equal(git('rev-parse', 'HEAD^'), git('rev-parse', 'v0.1.0^{commit}'))
    assert.equal(git('status', '--porcelain'), '')
  })

  const refusals: [name: string, reason: RegExp, version: string, prepare: () => void][] = [
    ['a version of another form', /usage: npm run release/, 'v1.0', () => {}],
    ['another branch', /made on main/, '0.2.0', () => git('switch', '--quiet', '--create', 'other')],
    ['changes that are not committed', /working tree has changes/, '0.2.0', () => write('new', '')],
    [
      'a version that is not newer than the last release',
      /v0\.10\.0 is released/,
      '0.9.0',
      () => git('tag', 'v0.10.0')
    ],
    ['a change log without news', /nothing under/, '0.3.0', () => release('0.2.0')]
  ]
  for (const [name, reason, version, prepare] of refusals) {
    it(`refuses ${name} and changes nothing`, () => {
      prepare()
      const before = [git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain')]
      const { status, stderr } = release(version)
      assert.equal(status, 1)
      assert.match(stderr, reason)
      assert.deepEqual([git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain')], before)
    })
  }
})
