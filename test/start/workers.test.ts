import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { launchMain, startMain, type RunningMain } from '../support/main.js'
import { freePort } from '../support/ports.js'

const skip = process.env.DATABASE_URL === undefined && 'the embedded database belongs to one process'
const REQUESTS = 40

describe('main with two workers', { skip }, () => {
  let database: TestDatabase
  let server: RunningMain
  let metricsPort: number | undefined

  before(async () => {
    database = await copyOfTemplate()
    metricsPort = await freePort()
    server = await startMain({ ...database.env, WORKERS: '2', METRICS_PORT: String(metricsPort), LOG_LEVEL: 'info' })
  })
  after(async () => {
    server.kill('SIGKILL')
    await database.remove()
    await removeOwnTemplate()
  })

  /** The processes that answered many requests, each on a connection of its own. */
  async function answeringProcesses(): Promise<Set<number>> {
    const client = createClient(server.origin, { connection: 'close' })
    const answers = await Promise.all(Array.from({ length: REQUESTS }, () => client.get('/health/ready')))
    const pids = new Set<number>()
    for (const { status, headers } of answers) {
      assert.equal(status, 200)
      pids.add(
        Number((await server.prints(new RegExp(`"pid":(\\d+).*"requestId":"${headers.get('x-request-id')}"`)))[1])
      )
    }
    return pids
  }

  it('answers on one port from both, and counts what both have answered', async () => {
    const pids = await answeringProcesses()
    assert.equal(pids.size, 2)
    assert.equal(pids.has(server.pid), false)
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
    assert.match(text, /^quintet_process_start_time_seconds \d+/m)
    const counted = [...text.matchAll(/^quintet_requests_total\{.*\} (\d+)$/gm)].map(([, number]) => Number(number))
    assert.equal(
      counted.reduce((sum, number) => sum + number, 0),
      REQUESTS
    )
  })

  it('replaces a worker that died', async () => {
    const [dead, other] = [...(await answeringProcesses())]
    process.kill(dead!, 'SIGKILL')
    await server.prints(new RegExp(`"worker":${dead},.*"a worker ended; starting another"`))
    const [, born] = await server.prints(/"worker":(\d+),"msg":"the other worker is up"/)
    assert.deepEqual(await answeringProcesses(), new Set([other, Number(born)]))
  })

  it('ends both at a SIGTERM and exits with 0', async () => {
    const pids = await answeringProcesses()
    server.kill('SIGTERM')
    const { code, stderr } = await server.ended
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
    for (const pid of pids) assert.throws(() => process.kill(pid, 0), /ESRCH/)
  })
})

describe('main with two workers that cannot start', { skip }, () => {
  it('ends with the reason', async () => {
    const ended = await launchMain({ DATABASE_URL: 'postgres://127.0.0.1:1/none', WORKERS: '2' }).ended
    assert.equal(ended.code, 1)
    assert.match(ended.stderr, /cannot connect to the database at 127\.0\.0\.1:1/)
  })
})
