import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { startOtlpReceiver } from '../support/otlp-receiver.js'

/** prom-client loads `api`, which does nothing by itself. */
const TELEMETRY = /@opentelemetry\/(?!api\/)|\/src\/telemetry\//

describe('without a collector', () => {
  after(removeOwnTemplate)

  it('no code of telemetry is loaded, and no answer names a trace', async () => {
    const { modules, traceresponse } = await modulesOfRun({})
    assert.deepEqual(
      modules.filter((url) => TELEMETRY.test(url)),
      []
    )
    assert.equal(traceresponse, null)
  })

  it('there is less than with one', async () => {
    const receiver = await startOtlpReceiver()
    const { modules, traceresponse } = await modulesOfRun(receiver.env)
    receiver.close()
    assert.ok(modules.filter((url) => TELEMETRY.test(url)).length > 10)
    assert.match(traceresponse!, /^00-/)
  })
})

interface Run {
  /** URLs of what V8 ran. */
  modules: string[]
  traceresponse: string | null
}

/** Starts the server as operators do, sends a request and stops it. */
async function modulesOfRun(env: Record<string, string>): Promise<Run> {
  const database = await copyOfTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'quintet-modules-'))
  const server = await startMain({ ...database.env, ...env, NODE_V8_COVERAGE: folder })
  const { headers } = await fetch(`${server.origin}/tms/user/me`, {
    headers: { traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` }
  })
  server.kill('SIGTERM')
  assert.equal((await server.ended).code, 0)
  const modules = readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: { url: string }[] }
    return result.map(({ url }) => url)
  })
  assert.ok(modules.some((url) => url.endsWith('/src/server/app.js')))
  rmSync(folder, { recursive: true })
  await database.remove()
  return { modules, traceresponse: headers.get('traceresponse') }
}
