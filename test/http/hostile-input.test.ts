import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { traitsOf } from '../apis/index.js'
import { assertWithinContract } from '../fuzz/oracle.js'
import { dereference } from '../fuzz/schema.js'
import { readContract } from '../../src/http/contract.js'
import { createActor } from '../support/actor.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, invalidStatus, target } from './api-under-test.js'

const BEYOND_INT32 = '2147483648'
/** As JSON text, where -0 is valid wherever 0 is. */
const NO_INTEGERS = [BEYOND_INT32, '9007199254740992', '9223372036854775808', '1e308', '1e400', '-1e400', '0.1', '-1']
const NO_UTF8 = [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe9]]
const OTHER_CHARSETS = ['utf-16', 'utf-16le', 'latin1', 'iso-8859-1', 'gbk', 'utf-7', 'nonsense', "'utf-8'"]

describe('hostile input', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    describe(`to ${api.name}`, () => {
      const contract = readContract(api.name)
      const { method, path, body } = api.json
      const example = JSON.stringify(body!.example)
      const send = (raw: string | Uint8Array, contentType = 'application/json') =>
        server.client.request(method, path, { raw, headers: { 'content-type': contentType } })

      it('an integer in a body, or beside one, is in range', async () => {
        const actor = await createActor(server, api.name)
        for (const operation of api.operations.filter((each) => each.body !== undefined)) {
          const properties = dereference(contract, operation.body!.schema).properties ?? {}
          const isNumber = (name: string) => {
            const schema = JSON.stringify(properties[name])
            return /"(integer|number)"/.test(schema) && !schema.includes('"x-other-type":"number"')
          }
          const request = async (address: string, raw: string) => {
            const headers = { 'content-type': operation.body!.mediaType }
            const answer = await server.client.request(operation.method, address, {
              token: await actor.token(),
              raw,
              headers
            })
            assertWithinContract(operation, api.validate, answer)
            return answer
          }
          const fields = operation.body!.example as Record<string, unknown>
          for (const name of Object.keys(properties).filter(isNumber)) {
            const withNumber = (text: string) => JSON.stringify({ ...fields, [name]: '#' }).replace('"#"', text)
            for (const text of NO_INTEGERS) {
              const schema = JSON.stringify(properties[name])
              if (text === '0.1' && schema.includes('"number"')) continue
              if (text === '-1' && schema.includes('"minimum":-1')) continue
              if (text === BEYOND_INT32 && schema.includes('"int64"')) continue
              const answer = await request(target(operation), withNumber(text))
              assert.ok(
                traitsOf[api.name].refusesRequest(answer),
                `${operation.operationId} ${name}=${text}: ${answer.status}`
              )
            }
            await request(target(operation), withNumber('-0'))
          }
          for (const { name, schema } of operation.parameters.filter((each) => each.schema.type === 'integer')) {
            for (const text of [...NO_INTEGERS, '-0', '1e0', '٣']) {
              if (text === BEYOND_INT32 && schema.format === 'int64') continue
              const address = target(operation, { [name]: encodeURIComponent(text) })
              const answer = await request(address, JSON.stringify(fields))
              assert.ok(
                traitsOf[api.name].refusesRequest(answer),
                `${operation.operationId} ${name}=${text}: ${answer.status}`
              )
            }
          }
        }
      })

      it('a body that is no UTF-8 is 400, never read as something else', async () => {
        for (const bytes of NO_UTF8) {
          const text = Buffer.from(example.slice(0, -2))
          assertAnswer(api, await send(Buffer.concat([text, Buffer.from(bytes), Buffer.from('"}')])), 400, api.json)
        }
        for (const encoding of ['utf16le', 'latin1'] as const) {
          assertAnswer(api, await send(Buffer.from('{"é":"é"}', encoding)), 400, api.json)
        }
      })

      it('a body that is announced in another encoding is 415', async () => {
        for (const charset of OTHER_CHARSETS) {
          assertAnswer(api, await send(example, `application/json; charset=${charset}`), 415, api.json)
        }
        for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8']) {
          const answer = await send('{}', `application/json; charset=${charset}`)
          assertAnswer(api, answer, invalidStatus(api.json), api.json)
        }
      })

      it('a field given twice in JSON is the last one', async () => {
        const [name] = Object.keys(body!.schema.properties ?? {})
        const answer = await send(`${example.slice(0, -1)},"${name}":0}`)
        assertAnswer(api, answer, invalidStatus(api.json), api.json)
      })
    })
  }

  it('a form holds each field once, and nothing nested', async () => {
    const tms = apisUnderTest.find(({ name }) => name === 'tms')!
    const send = (raw: string | Uint8Array) =>
      server.client.post('/tms/login', { raw, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    for (const raw of [
      'username=a&username=b&password=c',
      'username[]=a&password=c',
      'username[x]=a&password=c',
      'username.x=a&password=c',
      'password=c&__proto__=x&__proto__[username]=a&constructor.prototype.username=a',
      `${'x=1&'.repeat(20_000)}`
    ]) {
      assertAnswer(tms, await send(raw), 422)
    }
    assertAnswer(tms, await send(Uint8Array.from([...Buffer.from('password=c&username='), 0xff])), 400)
    assertAnswer(tms, await send(`${'x=1&'.repeat(20_000)}username=admin&password=zhou0914.`), 200)
    assertAnswer(tms, await send('username=管理员&password=x'), 400)
  })

  it('never causes an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
})
