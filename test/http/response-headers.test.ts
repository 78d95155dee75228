import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../src/server/app.js'
import { listen } from '../../src/server/listen.js'
import { createActor } from '../support/actor.js'
import type { Answer } from '../support/client.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, logIn, target } from './api-under-test.js'

/** Nothing keeps the answer, which says what it is, and no browser takes it for anything else. */
function assertGuarded({ headers, body }: Answer, what: string): void {
  if (body !== undefined) assert.equal(headers.get('content-type'), 'application/json; charset=utf-8', what)
  assert.equal(headers.get('cache-control'), 'no-store', what)
  assert.equal(headers.get('x-content-type-options'), 'nosniff', what)
}

describe('headers of every answer', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    it(`keep tokens, data and errors of ${api.name} out of caches`, async () => {
      const answer = await logIn(server.client, api)
      assertAnswer(api, answer, 200)
      assertGuarded(answer, 'login')
      const actor = await createActor(server, api.name)
      for (const operation of api.operations) {
        for (const token of [await actor.token(), undefined]) {
          const options = { token, ...(operation.body && { json: operation.body.example }) }
          const each = await server.client.request(operation.method, target(operation), options)
          assertGuarded(each, `${operation.operationId} ${each.status}`)
        }
      }
      assertGuarded(await server.client.get(`${api.basePath}/nowhere`), 'unknown path')
      assertGuarded(await server.client.get(`${api.basePath}/%`), 'broken path')
      assertGuarded(await server.client.request('OPTIONS', api.login.path), 'OPTIONS')
    })

    it(`let a browser keep the answer to a preflight of ${api.name}`, async () => {
      const headers = { origin: 'https://front.example', 'access-control-request-method': api.login.method }
      const { status, headers: sent } = await server.client.request('OPTIONS', api.login.path, { headers })
      assert.equal(status, 204)
      assert.equal(sent.get('access-control-max-age'), '7200')
    })

    it(`name a deprecated operation of ${api.name} and what takes its place`, async () => {
      const actor = await createActor(server, api.name)
      for (const operation of api.operations) {
        for (const token of [await actor.token(), undefined]) {
          const { headers } = await server.client.request(operation.method, target(operation), { token })
          const deprecation = operation.operationId === 'getMe' ? '@1795132800' : null
          const link = deprecation && '<users/me>; rel="successor-version"'
          assert.equal(headers.get('deprecation'), deprecation, operation.operationId)
          assert.equal(headers.get('link'), link, operation.operationId)
        }
      }
    })
  }

  it('are on the answer to an error that nothing has caught, which is logged', async () => {
    const fails = new Error('no documentation')
    const app = createApp({
      mounts: [],
      documentation: () => Promise.reject(fails),
      health: { notReady: () => Promise.resolve(undefined) },
      log: server.context.log,
      trustedProxies: 0,
      observe: () => undefined,
      isDraining: () => false
    })
    const { ports, close } = await listen(app.callback(), '127.0.0.1', [0])
    const { status, headers } = await fetch(`http://127.0.0.1:${ports[0]}/docs/`, {
      headers: { 'X-Request-Id': 'it-1' }
    })
    await close()
    assert.deepEqual([status, headers.get('x-request-id'), headers.get('cache-control')], [500, 'it-1', 'no-store'])
    assert.match(server.logged.join(''), /"message":"no documentation"/)
  })

  it('are on health and documentation too', async () => {
    for (const path of ['/health/live', '/health/ready', '/nowhere', '/openapi/tms.json']) {
      const response = await fetch(server.origin + path)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path)
    }
  })
})
