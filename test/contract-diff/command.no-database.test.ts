import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, beforeEach, describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

const COMMAND = fileURLToPath(new URL('dist/scripts/contract-diff.js', packageRoot))
const REASON = 'Nobody could read it.'

describe('contract:diff', () => {
  const folders: string[] = []
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-diff-test-'))
    folders.push(folder)
    for (const name of ['generated', 'openapi']) mkdirSync(join(folder, name))
    write('redocly.yaml', configOf('small'))
    git('init', '--quiet')
  })
  after(() => folders.forEach((path) => rmSync(path, { recursive: true })))

  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
  const writeYaml = (document: object) => write('openapi/small.yaml', document)

  function writeContract(...fields: string[]): void {
    writeYaml(contractWith(fields))
    write('generated/small.json', contractWith(fields))
  }

  function git(...args: string[]): void {
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
    execFileSync('git', [...author, ...args], { cwd: folder, stdio: 'pipe' })
  }

  function commit(): void {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', 'x')
  }

  function run(...args: string[]): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      encoding: 'utf8'
    })
    return { status, output: stdout + stderr }
  }

  it('compares with the revision that is named: what breaks, in which operation, and why', () => {
    writeContract('a', 'b')
    commit()
    writeContract('a')
    const { status, output } = run('HEAD')
    assert.equal(status, 1)
    assert.match(
      output,
      /small look: Property `b` was removed\.\n {2}It reads or sends .* \(property-removed\)\n {2}#\/paths\//
    )
    assert.match(output, /Compared with HEAD: 1 breaks, 0 of them accepted/)
    assert.match(output, /"rule": "property-removed"/)
  })

  it('passes a break that is accepted with a reason which the change log shows', () => {
    writeContract('a', 'b')
    commit()
    writeContract('a')
    const [, proposed] = /CHANGELOG\.md:\n(\[[^]*\])/.exec(run('HEAD').output)!
    const accepted = JSON.parse(proposed!) as object[]
    write(
      'openapi/breaks.json',
      accepted.map((entry) => ({ ...entry, reason: REASON }))
    )

    const hidden = run('HEAD')
    assert.equal(hidden.status, 1)
    assert.match(hidden.output, /CHANGELOG\.md does not show why clients break: Nobody/)

    write('CHANGELOG.md', '- `b` is gone. Nobody could\n  read it.\n')
    const shown = run('HEAD')
    assert.equal(shown.status, 0, shown.output)
    assert.match(shown.output, /Accepted: Nobody could read it\.[^]*1 breaks, 1 of them accepted/)

    writeContract()
    assert.equal(run('HEAD').status, 1, 'another break is not accepted with it')
  })

  it('refuses an accepted break without a reason', () => {
    writeContract('a')
    commit()
    write('openapi/breaks.json', [{ api: 'small', rule: 'property-removed', path: '#/', what: 'x', reason: ' ' }])
    const { status, output } = run('HEAD')
    assert.equal(status, 2)
    assert.match(output, /^an accepted break lacks reason/)
  })

  it('reports a removed API, and accepts a new one', () => {
    writeContract('a')
    commit()
    rmSync(join(folder, 'openapi/small.yaml'))
    write('openapi/other.yaml', contractWith(['a']))
    write('redocly.yaml', configOf('other'))
    const { status, output } = run('HEAD')
    assert.equal(status, 1)
    assert.match(output, /The API small was removed[^]*: 1 breaks/)
  })

  it('compares the contracts below openapi/, whatever generated/ still has', () => {
    writeContract('a')
    commit()
    writeYaml({ ...contractWith(['a']), paths: {} })
    const { status, output } = run('HEAD')
    assert.equal(status, 1)
    assert.match(output, /small look: Path `\/a` was removed[^]*: 1 breaks/)
  })

  it('cannot compare a contract with a $ref that leads nowhere, and names its file and pointer', () => {
    writeContract('a')
    commit()
    writeYaml({ ...contractWith(['a']), paths: { '/a': { get: { $ref: '#/components/x' } } } })
    const { status, output } = run('HEAD')
    assert.equal(status, 2)
    assert.match(output, /openapi\/small\.yaml:\d+:\d+ at #\/paths\/~1a\/get/)
  })

  it('compares with the last release, or else with the first parent', () => {
    writeContract('a', 'b', 'c')
    commit()
    git('tag', 'v1.0.0')
    writeContract('a', 'b')
    commit()
    writeContract('a')
    commit()
    assert.match(run().output, /Compared with v1\.0\.0: 2 breaks/)
    git('tag', '--delete', 'v1.0.0')
    assert.match(run().output, /: 1 breaks/)
  })

  it('passes when there is no revision to compare with', () => {
    writeContract('a')
    commit()
    const { status, output } = run()
    assert.equal(status, 0)
    assert.match(output, /^Nothing to compare the contracts with/)
  })

  it('refuses a revision that is not there', () => {
    writeContract('a')
    commit()
    const { status, output } = run('v9')
    assert.equal(status, 2)
    assert.match(output, /^there is no revision v9 here/)
  })
})

function configOf(api: string): object {
  return { telemetry: 'off', apis: { [api]: { root: `openapi/${api}.yaml` } } }
}

function contractWith(fields: string[]): object {
  const schema = { type: 'object', properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])) }
  const look = {
    operationId: 'look',
    responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } }
  }
  return { openapi: '3.0.3', info: { title: 'Small', version: '1' }, paths: { '/a': { get: look } } }
}
