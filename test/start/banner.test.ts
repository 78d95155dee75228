import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { launchMain } from '../support/main.js'
import type { Program } from '../support/program.js'

const hasCurl = spawnSync('curl', ['--version']).status === 0

describe('main on its first start', () => {
  let folder: string
  let server: Program
  let origin: string
  let text: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
    server = launchMain({ DATA_DIR: folder })
    const [whole] = await server.prints(/^[^]*Try: .*\n/)
    text = whole
    origin = /http:\/\/127\.0\.0\.1:\d+/.exec(text)![0]
  })
  after(async () => {
    server.kill('SIGTERM')
    await server.ended
    await rm(folder, { recursive: true, force: true })
  })

  it('first says that it makes the embedded database, and where', () => {
    assert.match(text.split('\n')[0]!, new RegExp(`^Creating the embedded database in ${folder}`))
  })

  it('prints where each API is and an account to log in with', () => {
    const lines = text.split('\n')
    for (const name of realmNames) {
      const [sample] = sampleAccountsOf(name)
      const row = lines.find((line) => line.trim().startsWith(`${name} `))
      assert.ok(row?.includes(`${origin}${readContract(name)['x-base-paths'][0]} `), name)
      assert.ok(row?.endsWith(`${sample.name} / ${sample.password}`), name)
    }
  })

  it('prints a command that logs in', { skip: !hasCurl && 'there is no curl here' }, async () => {
    const command = /Try: (curl .*)/.exec(text)![1]!
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --silent --fail`])
    assert.match(stdout, /eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  })
})
