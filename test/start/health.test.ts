import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { after, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { acceptsConnections, freePort, freePorts } from '../support/ports.js'
import { runProgram } from '../support/program.js'
import { startServer } from '../support/server.js'

const outward = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address

describe('the health check of a container', () => {
  after(removeOwnTemplate)

  it('requests the first port that is set', async () => {
    const database = await copyOfTemplate()
    const [port, other] = (await freePorts(2)) as [number, number]
    const env = { ...database.env, PORTS: `${port},${other}`, HOST: '0.0.0.0' }
    const server = await startMain(env)
    assert.equal((await runProgram('src/cli/health.js', { env })).code, 0)
    server.kill('SIGTERM')
    await server.ended
    const { code, stderr } = await runProgram('src/cli/health.js', { env })
    assert.equal(code, 1)
    assert.match(stderr, /^cannot run: .+\n$/)
    await database.remove()
  })
})

describe('health checks and metrics', () => {
  after(removeOwnTemplate)

  it('answer GET and HEAD, and refuse every other method with 405', async () => {
    const port = await freePort()
    const server = await startServer({ METRICS_PORT: String(port) })
    try {
      for (const url of [
        `${server.origin}/health/live`,
        `${server.origin}/health/ready`,
        `http://127.0.0.1:${port}/metrics`
      ]) {
        for (const method of ['GET', 'HEAD']) {
          const response = await fetch(url, { method })
          assert.equal(response.status, 200, `${method} ${url}`)
          assert.equal((await response.text()) === '', method === 'HEAD')
        }
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
          const response = await fetch(url, { method })
          assert.equal(response.status, 405, `${method} ${url}`)
          assert.equal(response.headers.get('allow'), 'GET, HEAD')
          assert.doesNotMatch(await response.text(), /live|ready|quintet/)
        }
      }
    } finally {
      await server.stop()
    }
  })
})

describe('metrics', () => {
  after(removeOwnTemplate)

  it('are served on loopback only, unless METRICS_HOST says otherwise', { skip: outward === undefined }, async () => {
    for (const [given, open] of [
      [{}, false],
      [{ METRICS_HOST: '0.0.0.0' }, true]
    ] as const) {
      const port = await freePort()
      const server = await startServer({ HOST: '0.0.0.0', METRICS_PORT: String(port), ...given })
      try {
        assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`)).status, 200)
        assert.equal(await acceptsConnections(port, outward), open)
      } finally {
        await server.stop()
      }
    }
  })
})
