import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { traitsOf } from '../apis/index.js'
import { assertWithinContract } from '../fuzz/oracle.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, bodyOptions, invalidStatus, target, tokenOf } from './api-under-test.js'

const BAD_TEXTS = ['a\u0000b', '\u0000', '\ud800', 'a\udc00', '\udc00\ud800']
/** None is a strict decimal integer within the range of an id or a page number. */
const NO_INTEGERS = [
  '1e0',
  '0x1',
  '%201',
  '1%20',
  '%0a1',
  '-2147483649',
  '9007199254740992',
  '99999999999999999999',
  '-0',
  '+1'
]
const NO_INTEGERS_EITHER = [
  '01',
  '1.0',
  '1.',
  '.5',
  '',
  'NaN',
  'Infinity',
  'null',
  'true',
  '%00',
  '1%00',
  '%D9%A1',
  '1_0'
]

describe('hostile values', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    describe(`in ${api.name}`, () => {
      const withBody = api.operations.filter(({ body }) => body !== undefined)

      it('U+0000 and lone surrogates in any text are refused, in names and in unknown fields too', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of withBody) {
          const { method, body } = operation
          const example = body!.example as Record<string, unknown>
          const texts = Object.keys(example).filter((field) => typeof example[field] === 'string')
          // A form cannot hold a lone surrogate: it has no encoding.
          const isJson = body!.mediaType === 'application/json'
          for (const bad of isJson ? BAD_TEXTS : BAD_TEXTS.slice(0, 2)) {
            const bodies = [...texts.map((field) => ({ ...example, [field]: bad })), { ...example, unknown: bad }]
            bodies.push({ ...example, [bad]: 'x' })
            if (isJson) bodies.push({ ...example, unknown: [{ deep: [bad] }] })
            for (const fields of bodies) {
              const options = { token, ...bodyOptions(operation, fields) }
              const answer = await server.client.request(method, target(operation), options)
              assertAnswer(api, answer, invalidStatus(operation), operation)
            }
          }
        }
      })

      it('U+0000 in a path or a query is refused', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of api.operations) {
          for (const { name } of operation.parameters) {
            const path = target(operation, { [name]: 'a%00b' })
            const json = operation.body?.example
            const answer = await server.client.request(operation.method, path, { token, json })
            assertWithinContract(operation, api.validate, answer)
            assert.ok(traitsOf[api.name].refusesRequest(answer), `${operation.operationId} ${name}: ${answer.status}`)
          }
        }
      })

      it('__proto__ and constructor are fields like others: unknown, ignored, never inherited from', async () => {
        const { method, path, body } = api.json
        const example = JSON.stringify(body!.example)
        const headers = { 'content-type': 'application/json' }
        const send = (raw: string) => server.client.request(method, path, { raw, headers })
        for (const name of ['__proto__', '__pro\\u0074o__', 'constructor', 'prototype']) {
          assertAnswer(api, await send(`{"${name}":${example}}`), invalidStatus(api.json), api.json)
        }
        await send(example)
        const usual = await send(example)
        for (const more of ['"__proto__":{"role_id":1}', '"__proto__":1', '"constructor":{"prototype":{"a":1}}']) {
          const answer = await send(`{${more},${example.slice(1)}`)
          assert.equal(answer.status, usual.status)
        }
        assert.equal(({} as { role_id?: unknown; a?: unknown }).role_id, undefined)
        assert.equal(({} as { role_id?: unknown; a?: unknown }).a, undefined)
      })

      it('an integer in path or query is a strict decimal in range', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of api.operations.filter(({ body }) => body === undefined)) {
          for (const { name, schema } of operation.parameters.filter((each) => each.schema.type === 'integer')) {
            const beyond = schema.format === 'int32' ? ['2147483648'] : []
            for (const value of [...NO_INTEGERS, ...NO_INTEGERS_EITHER, ...beyond]) {
              const path = target(operation, { [name]: value })
              // An empty segment is another path.
              if (value === '' && !path.includes('?')) continue
              const answer = await server.client.request(operation.method, path, { token })
              assertAnswer(api, answer, invalidStatus(operation), operation)
            }
          }
        }
      })

      it('a query parameter that has the name of a property of every object is unknown like others', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of api.operations.filter(({ method }) => method === 'GET')) {
          const bare = target(operation).replace(/\?.*/, '')
          const usual = await server.client.get(bare, { token })
          for (const name of ['constructor', '__proto__', 'toString', 'unknown']) {
            for (const query of [name, `${name}=1`]) {
              const answer = await server.client.get(`${bare}?${query}`, { token })
              assertAnswer(api, answer, api.refusesUnknownQuery ? 400 : usual.status, operation)
            }
          }
        }
      })

      it('a query parameter given twice is refused', async () => {
        const token = await tokenOf(server.client, api)
        for (const operation of api.operations.filter(({ body }) => body === undefined)) {
          for (const { name, example } of operation.parameters.filter((parameter) => parameter.in === 'query')) {
            const path = `${target(operation)}&${name}=${encodeURIComponent(String(example))}`
            const answer = await server.client.request(operation.method, path, { token })
            assertAnswer(api, answer, invalidStatus(operation), operation)
          }
        }
      })
    })
  }

  it('never cause an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
})
