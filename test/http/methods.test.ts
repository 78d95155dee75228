import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sendBytes } from '../support/raw-socket.js'
import { useServer } from '../support/server.js'
import { changedRows, createSnapshots } from '../support/snapshot.js'
import { APIS, apisUnderTest, target, tokenOf } from './api-under-test.js'

const ORIGIN = 'https://front.example'

describe('methods', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    describe(`of ${api.name}`, () => {
      it('HEAD answers wherever GET does, alike but for the body', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of api.operations.filter(({ method }) => method === 'GET')) {
          for (const options of [{ token }, {}]) {
            const [get, head] = await Promise.all(
              ['GET', 'HEAD'].map((method) => server.client.request(method, target(operation), options))
            )
            assert.equal(head!.status, get!.status)
            assert.equal(head!.body, undefined)
            for (const name of ['content-type', 'x-total-count', 'www-authenticate']) {
              assert.equal(head!.headers.get(name), get!.headers.get(name), `${operation.operationId} ${name}`)
            }
          }
        }
      })

      it('GET and HEAD change no row of any table', async () => {
        const token = await tokenOf(server.client, api)
        const takeSnapshot = await createSnapshots(server.db)
        const before = await takeSnapshot()
        for (const operation of api.operations.filter(({ method }) => method === 'GET')) {
          for (const method of ['GET', 'HEAD']) await server.client.request(method, target(operation), { token })
        }
        assert.deepEqual(changedRows(before, await takeSnapshot()), {})
      })

      it('TRACE is refused', async () => {
        const request = `TRACE ${api.login.path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Secret: s3cret\r\n\r\n`
        const answer = await sendBytes(server.origin, [request])
        assert.equal(answer.status, 405)
        assert.doesNotMatch(JSON.stringify(answer.body), /s3cret/)
      })

      it('OPTIONS answers Allow and the properties that a client may set', async () => {
        for (const operation of api.operations) {
          const { path } = operation
          const answer = await server.client.request('OPTIONS', target(operation).replace(/\?.*/, ''))
          assert.equal(answer.status, 200)
          const siblings = api.operations.filter((operation) => operation.path === path)
          const allow = answer.headers.get('allow')?.split(', ') ?? []
          for (const { method, body } of siblings) {
            assert.ok(allow.includes(method), `${path} ${allow}`)
            assert.deepEqual(answer.body[method], Object.keys(body?.schema.properties ?? {}))
          }
          assert.equal(allow.includes('HEAD'), allow.includes('GET'))
        }
      })

      it('a literal path wins over a path with a parameter', async () => {
        const token = await tokenOf(server.client, api)
        for (const { path } of api.operations.filter((operation) => operation.parameters.length === 0)) {
          const methods = api.operations.filter((operation) => operation.path === path).map(({ method }) => method)
          for (const method of ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']) {
            if (methods.includes(method === 'HEAD' ? 'GET' : method)) continue
            const { status, headers } = await server.client.request(method, path, { token })
            assert.equal(status, 405, `${method} ${path}`)
            const expected = new Set([...methods, 'OPTIONS', ...(methods.includes('GET') ? ['HEAD'] : [])])
            assert.deepEqual(headers.get('allow')?.split(', '), [...expected].sort())
          }
        }
      })

      it('OPTIONS of an unknown path is 404', async () => {
        assert.equal((await server.client.request('OPTIONS', `${api.basePath}/nowhere`)).status, 404)
      })

      it('a preflight is answered for any origin and without credentials', async () => {
        for (const operation of api.operations) {
          const { status, headers } = await server.client.request('OPTIONS', target(operation), {
            headers: {
              origin: ORIGIN,
              'access-control-request-method': operation.method,
              'access-control-request-headers': 'authorization,content-type'
            }
          })
          assert.equal(status, 204)
          assert.equal(headers.get('access-control-allow-origin'), '*')
          assert.equal(headers.get('access-control-allow-credentials'), null)
          assert.ok(headers.get('access-control-allow-methods')?.split(',').includes(operation.method))
          assert.equal(headers.get('access-control-allow-headers'), 'authorization,content-type')
        }
      })

      it('a browser may read every answer, errors and OPTIONS too', async () => {
        const headers = { origin: ORIGIN }
        const answers = await Promise.all([
          server.client.request(api.login.method, api.login.path, { headers }),
          server.client.get(`${api.basePath}/nowhere`, { headers }),
          server.client.request('PROPFIND', api.login.path, { headers }),
          server.client.request('OPTIONS', api.login.path, { headers })
        ])
        for (const answer of answers) {
          assert.equal(answer.headers.get('access-control-allow-origin'), '*')
          assert.equal(answer.headers.get('access-control-allow-credentials'), null)
          assert.match(answer.headers.get('access-control-expose-headers') ?? '', /Retry-After/)
        }
      })
    })
  }
})
