import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runProgram } from '../../support/program.js'
import { startServer } from '../../support/server.js'
import { removeOwnTemplate } from '../../support/database.js'

describe('npm run test:contract-coverage', () => {
  let folder: string
  const outside = process.env.CONTRACT_COVERAGE
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-test-'))
    process.env.CONTRACT_COVERAGE = folder
  })
  after(async () => {
    if (outside === undefined) delete process.env.CONTRACT_COVERAGE
    else process.env.CONTRACT_COVERAGE = outside
    rmSync(folder, { recursive: true })
    await removeOwnTemplate()
  })

  it('records what a server answers, and names with exit code 1 what that leaves unmet', async () => {
    const server = await startServer({ APIS: 'tms' })
    try {
      const form = { username: '32088', password: 'zhou0914.' }
      assert.equal((await server.client.post('/tms/login', { form })).status, 200)
      assert.equal((await server.client.get('/tms/user/me')).status, 401)
    } finally {
      await server.stop()
    }
    const recorded = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    const met = recorded.map((line) => (JSON.parse(line) as { api: string; met: string }).met)
    for (const name of ['login 200 /data/access_token', 'login request /username', 'getCurrentUser 401 /detail']) {
      assert.ok(met.includes(name), name)
    }

    const { code, stdout, stderr } = await runProgram('scripts/contract-coverage.js', { args: ['--recorded', folder] })
    assert.equal(code, 1)
    assert.match(stdout, /^tms +2\/\d+ /m)
    assert.match(stderr, /^unmet, without a reason: tms getCurrentUser 200$/m)
    assert.doesNotMatch(stderr, /tms login 200/)
  })
})
