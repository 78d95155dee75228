import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { DocumentedOperation } from '../contract/documented.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, invalidStatus, target, tokenOf } from './api-under-test.js'

const DEPTH = 50_000
/** Sequences that are no hexadecimal digits, cut short, or no UTF-8. */
const BROKEN_ENCODINGS = ['%ZZ', '%', '%e', '%FF', '%C0%80', '%ED%A0%80']

describe('input that cannot be read', () => {
  const server = useServer({ APIS })
  const send = ({ method, path, body }: DocumentedOperation, raw: string | Uint8Array, headers = {}) =>
    server.client.request(method, path, { raw, headers: { 'content-type': body!.mediaType, ...headers } })

  for (const api of apisUnderTest) {
    describe(`in ${api.name}`, () => {
      const { json } = api
      const example = JSON.stringify(json.body!.example)
      const unreadable = (raw: string | Uint8Array, headers = {}) => send(json, raw, headers)

      it('malformed JSON is 400', async () => {
        for (const raw of ['{', '{"a":1,}', "{'a':1}", '{"a":1}}', 'undefined', 'NaN', '01', '"\u0001"', ' ']) {
          assertAnswer(api, await unreadable(raw), 400, json)
        }
      })

      it('JSON that is no object, or none at all, breaks the schema', async () => {
        for (const raw of ['', 'null', 'true', '0', '1e400', '""', '"text"', '[]', '[{}]', '{}']) {
          assertAnswer(api, await unreadable(raw), invalidStatus(json), json)
        }
      })

      it('no body at all breaks the schema of every operation that takes one', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of api.operations.filter(({ body }) => body !== undefined)) {
          const answer = await server.client.request(operation.method, target(operation), { token })
          assertAnswer(api, answer, invalidStatus(operation), operation)
        }
      })

      it('broken percent-encoding is 400', async () => {
        for (const broken of BROKEN_ENCODINGS) {
          assertAnswer(api, await server.client.get(`${api.basePath}/${broken}`), 400)
          assertAnswer(api, await server.client.get(`${api.basePath}/nowhere?q=${broken}`), 400)
          for (const operation of api.operations.filter(({ parameters }) => parameters.length > 0)) {
            const values = Object.fromEntries(operation.parameters.map(({ name }) => [name, broken]))
            assertAnswer(api, await server.client.request(operation.method, target(operation, values)), 400, operation)
          }
        }
      })

      it('broken percent-encoding in a form is 400', async () => {
        for (const operation of api.operations.filter(({ body }) => body?.mediaType.endsWith('urlencoded'))) {
          for (const broken of BROKEN_ENCODINGS) {
            const { body } = await server.client.get(`${api.basePath}/${broken}`)
            for (const raw of [`username=${broken}&password=x`, `username=x&password=x&${broken}=x`]) {
              const answer = await send(operation, raw)
              assertAnswer(api, answer, 400, operation)
              assert.deepEqual(answer.body, body)
            }
          }
        }
      })

      it('a compressed body is read within the same limit, and refused when it is corrupt', async () => {
        const gzip = { 'content-encoding': 'gzip' }
        const bomb = gzipSync(`{"a":"${'x'.repeat(50_000_000)}"}`)
        assert.ok(bomb.length < 100_000)
        assertAnswer(api, await unreadable(bomb, gzip), 413, json)
        assertAnswer(api, await unreadable('no gzip', gzip), 400, json)
        assertAnswer(api, await unreadable(gzipSync(example).subarray(0, -9), gzip), 400, json)
        assertAnswer(api, await unreadable(example, { 'content-encoding': 'rot13' }), 415, json)
        for (const coding of ['gzip', 'GZIP', 'GZip', 'x-gzip', 'X-GZIP']) {
          const answer = await unreadable(gzipSync('{}'), { 'content-encoding': coding })
          assertAnswer(api, answer, invalidStatus(json), json)
        }
        assertAnswer(api, await unreadable('{}', { 'content-encoding': 'IDENTITY' }), invalidStatus(json), json)
      })

      it(`JSON ${DEPTH} levels deep does no harm`, async () => {
        const deep = '['.repeat(DEPTH) + ']'.repeat(DEPTH)
        const [field] = Object.keys(json.body!.schema.properties ?? {})
        for (const raw of [deep, `{"${field}":${deep}}`, `{"unknown":${deep}}`]) {
          assertAnswer(api, await unreadable(raw), invalidStatus(json), json)
        }
        const objects = '{"a":'.repeat(DEPTH / 3) + '1' + '}'.repeat(DEPTH / 3)
        assertAnswer(api, await unreadable(objects), invalidStatus(json), json)
        assertAnswer(api, await unreadable('['.repeat(DEPTH)), 400, json)
      })
    })
  }

  it('never causes an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
})
