import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packageRoot } from '../src/config/package-root.js'

const inProject = (path: string): string => fileURLToPath(new URL(path, packageRoot))
const { version: VERSION } = JSON.parse(readFileSync(inProject('generated/sdk/package.json'), 'utf8')) as {
  version: string
}
const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'tag.gpgSign=false']

/** What a registry is sent. */
interface Published {
  name: string
  versions: Record<string, { repository: object; license: string }>
  _attachments: object
}

describe('npm run publish:sdk', () => {
  let folder = ''
  const published: Published[] = []
  const registry = createServer((request, response) => {
    const isPublish = request.method === 'PUT'
    void text(request).then((body) => {
      if (isPublish) published.push(JSON.parse(body))
      response.writeHead(isPublish ? 201 : 404, { 'Content-Type': 'application/json' }).end('{}')
    })
  })
  const git = (...args: string[]): string =>
    execFileSync('git', [...AUTHOR, ...args], { cwd: folder, encoding: 'utf8' })

  async function publish(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { GITHUB_REPOSITORY: _, ACTIONS_ID_TOKEN_REQUEST_URL: __, ...rest } = process.env
    const npm = { npm_config_userconfig: join(folder, '.git/npmrc'), npm_config_cache: join(folder, '.git/cache') }
    const script = inProject('scripts/publish-sdk.mjs')
    await promisify(execFile)(process.execPath, [script], { cwd: folder, env: { ...rest, ...npm, ...env } })
  }

  before(async () => {
    registry.listen(0, '127.0.0.1')
    await once(registry, 'listening')
  })
  after(() => void registry.close())
  afterEach(() => rmSync(folder, { recursive: true }))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-publish-test-'))
    published.length = 0
    mkdirSync(join(folder, 'generated'))
    cpSync(inProject('generated/sdk'), join(folder, 'generated/sdk'), { recursive: true })
    git('init', '--quiet', '--initial-branch=main')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'x')
    git('tag', '--annotate', `v${VERSION}`, '--message', 'x')
    git('remote', 'add', 'origin', 'https://host.test/owner/name.git')
    const { port } = registry.address() as AddressInfo
    const npmrc = `registry=http://127.0.0.1:${port}/\n//127.0.0.1:${port}/:_authToken=x\n`
    writeFileSync(join(folder, '.git/npmrc'), npmrc)
  })

  it('publishes the package of the release with its repository', async () => {
    await publish()
    const { name, versions, _attachments: attachments } = published[0]!
    assert.deepEqual([name, Object.keys(versions), Object.keys(attachments).length], ['quintet-sdk', [VERSION], 1])
    const { repository, license } = versions[VERSION]!
    const url = 'git+https://host.test/owner/name.git'
    assert.deepEqual([repository, license], [{ type: 'git', url, directory: 'generated/sdk' }, 'MIT'])
    assert.equal(git('status', '--porcelain'), '')
  })

  it('names the repository of the workflow that runs it', async () => {
    await publish({ GITHUB_SERVER_URL: 'https://host.test', GITHUB_REPOSITORY: 'owner/fork' })
    assert.deepEqual(published[0]!.versions[VERSION]!.repository, {
      type: 'git',
      url: 'git+https://host.test/owner/fork.git',
      directory: 'generated/sdk'
    })
  })

  const refusals: [name: string, reason: RegExp, prepare: () => void][] = [
    ['changes that are not committed', /working tree has changes/, () => writeFileSync(join(folder, 'new'), '')],
    ['a commit that is no release', /not that of v/, () => git('commit', '--quiet', '--allow-empty', '--message', 'y')],
    ['a repository that is nowhere', /no remote "origin"/, () => git('remote', 'remove', 'origin')]
  ]
  for (const [name, reason, prepare] of refusals) {
    it(`refuses ${name}`, async () => {
      prepare()
      await assert.rejects(publish(), { stderr: reason })
      assert.deepEqual(published, [])
    })
  }
})
