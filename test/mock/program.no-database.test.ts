import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createClient } from '../support/client.js'
import { runProgram, startProgram } from '../support/program.js'

const MAIN = 'src/main.js'

describe('main --mock', () => {
  it('answers without a database, a secret or a data folder', async () => {
    const dataDir = join(tmpdir(), `quintet-mock-${process.pid}`)
    const env = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none'
    }
    const program = startProgram(MAIN, { args: ['--mock'], env })
    const [, origin] = await program.prints(
      / tms +(http:\S+)\/tms[^]+This is the mock[^]+Any token of the documented form/
    )
    const client = createClient(origin!)
    const taken = { json: { username: 'a', password: 'b' }, headers: { prefer: 'code=400' } }
    assert.equal((await client.post('/tms/register', taken)).body.message, '用户名已存在')
    assert.equal((await client.get('/health/ready')).status, 200)
    program.kill('SIGTERM')
    assert.equal((await program.ended).code, 0)
    assert.equal(existsSync(dataDir), false)
  })

  it('keeps its state in memory with --stateful: nothing is written, and nothing is left', async () => {
    const dataDir = join(tmpdir(), `quintet-mock-state-${process.pid}`)
    const env = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none'
    }
    const account = { json: { username: 'a', password: 'b' } }
    for (let run = 1; run <= 2; run++) {
      const program = startProgram(MAIN, { args: ['--mock', '--stateful'], env })
      const [, origin] = await program.prints(/ tms +(http:\S+)\/tms +admin \/ zhou0914[^]+the mock with state/)
      const client = createClient(origin!)
      assert.equal((await client.get('/health/ready')).status, 200)
      assert.equal((await client.post('/tms/register', account)).status, 200)
      assert.equal((await client.post('/tms/register', account)).status, 400)
      program.kill('SIGTERM')
      assert.equal((await program.ended).code, 0)
    }
    assert.equal(existsSync(dataDir), false)
  })

  it('is refused in production', async () => {
    const secret = { TOKEN_SECRET: 'a-secret-of-0123456789-abcdefgh-xyz' }
    for (const args of [['--mock'], ['--mock', '--stateful']]) {
      for (const production of [secret, {}]) {
        const env = { PORT: '0', NODE_ENV: 'production', ...production }
        const { code, stderr } = await runProgram(MAIN, { args, env })
        assert.equal(code, 1)
        assert.match(stderr, /^configuration: the mock lets everybody in/)
      }
    }
  })

  it('does not start with an option that it does not know, or with --stateful alone', async () => {
    const wrong: [args: string[], reason: RegExp][] = [
      [['--mock', '--statefull'], /^cannot run: Unknown option '--statefull'/],
      [['--mock', 'stateful'], /^cannot run: Unexpected argument 'stateful'/],
      [['--stateful'], /^cannot run: --stateful is an option of the mock/]
    ]
    for (const [args, reason] of wrong) {
      const { code, stderr } = await runProgram(MAIN, { args, env: { PORT: '0' } })
      assert.equal(code, 1)
      assert.match(stderr, reason)
    }
  })
})
