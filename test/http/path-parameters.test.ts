import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import type { DocumentedOperation, Parameter } from '../contract/documented.js'
import type { Answer } from '../support/client.js'
import { useServer } from '../support/server.js'
import { APIS, apisUnderTest, assertAnswer, bodyOptions, target, tokenOf } from './api-under-test.js'

/** The message of a refusal, and what it says of each field. */
type Refusal = (body: Answer['body']) => [message: string, errors: unknown]

const REFUSALS: Record<RealmName, Refusal> = {
  tms: ({ message, data }) => [message, data.errors],
  julong: ({ meta }) => [meta.message, meta.errors],
  'waste-sorting': ({ message, errors }) => [message, errors],
  'user-login': ({ detail }) => [detail[0].msg, detail.map(({ loc }: { loc: string[] }) => loc)],
  'back-office': ({ message, errors }) => [message, errors]
}

/** Values of no parameter's schema. */
const BAD = ['x', 'urn:uuid:4f4f29c2-54a5-4a7b-8e45-4d6c1a3f7f01']

const inPath = ({ parameters }: DocumentedOperation): Parameter[] =>
  parameters.filter((parameter) => parameter.in === 'path')

/** What a refusal of this parameter alone says. */
function expected(api: RealmName, { operationId }: DocumentedOperation, { name, schema }: Parameter): RegExp[] {
  if (api === 'user-login') return [/^Input should be a valid UUID$/, new RegExp(`^\\[\\["path","${name}"\\]\\]$`)]
  const field = new RegExp(`^\\[\\{"path":"${name}","message":"[^"]+"\\}\\]$`)
  if (api !== 'waste-sorting') return [/^请求参数错误$/, field]
  if (operationId === 'getUser') return [/^无效的状态值$/, field]
  return [schema.format === 'uuid' ? /^无效的会话 id$/ : /^无效的用户 id$/, field]
}

describe('a bad parameter in the path', () => {
  const server = useServer({ APIS })

  for (const api of apisUnderTest) {
    it(`is named in ${api.name}, and the message speaks of nothing else`, async () => {
      const token = await tokenOf(server.client, api)
      for (const operation of api.operations) {
        const options = { token, ...(operation.body && bodyOptions(operation, operation.body.example as object)) }
        for (const parameter of inPath(operation)) {
          for (const bad of BAD) {
            const path = target(operation, { [parameter.name]: bad })
            const answer = await server.client.request(operation.method, path, options)
            assertAnswer(api, answer, ['tms', 'user-login'].includes(api.name) ? 422 : 400, operation)
            const [message, errors] = REFUSALS[api.name](answer.body)
            const [ofMessage, ofErrors] = expected(api.name, operation, parameter)
            assert.match(message, ofMessage!, operation.operationId)
            assert.match(JSON.stringify(errors), ofErrors!, operation.operationId)
          }
        }
      }
    })
  }
})
