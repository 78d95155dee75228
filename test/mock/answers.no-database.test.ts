import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DocumentedOperation, MediaType } from '../contract/documented.js'
import { apisUnderTest, assertAnswer, bodyOptions, target } from '../http/api-under-test.js'
import type { Answer } from '../support/client.js'
import { useMock } from '../support/mock.js'
import { listIn } from '../support/mock-lists.js'

/** What any operation may meet, whatever it documents itself. */
const SHARED = [400, 408, 413, 415, 429, 431, 500, 503]

describe('the mock', () => {
  const mock = useMock()

  /** The request that the contract's examples make, by a bearer of some token. */
  const send = (operation: DocumentedOperation, prefer?: string) => {
    const { headers, ...options } = bodyOptions(operation, (operation.body?.example ?? {}) as object)
    return mock.client.request(operation.method, target(operation), {
      ...(operation.body && options),
      token: 'any',
      headers: { ...headers, ...(prefer !== undefined && { prefer }) }
    })
  }

  for (const api of apisUnderTest) {
    describe(`of ${api.name}`, () => {
      it('answers every operation with its first example of success', async () => {
        for (const operation of api.operations) {
          const [status] = [...operation.responses.keys()].filter((code) => code.startsWith('2'))
          const answer = await send(operation)
          assertAnswer(api, answer, Number(status), operation)
          assertExample(operation, answer, Object.values(examplesOf(operation, status!))[0])
        }
      })

      it('answers every documented status that is preferred, as documented', async () => {
        for (const operation of api.operations) {
          for (const status of operation.responses.keys()) {
            const answer = await send(operation, `code=${status}`)
            assertAnswer(api, answer, Number(status), operation)
            assertExample(operation, answer, Object.values(examplesOf(operation, status))[0])
          }
        }
      })

      it('answers every named example that is preferred, with its status or without', async () => {
        for (const operation of api.operations) {
          const seen = new Set<string>()
          for (const [status, name, value] of namedExamples(operation)) {
            const answers = [await send(operation, `code=${status}, example=${name}`)]
            // A name alone selects the first example that has it.
            if (!seen.has(name)) answers.push(await send(operation, `example="${name}"`))
            seen.add(name)
            for (const answer of answers) {
              assertAnswer(api, answer, Number(status), operation)
              assertExample(operation, answer, value)
            }
          }
        }
      })

      it('answers unknown paths, other methods and large bodies as the API does', async () => {
        for (const operation of api.operations) {
          for (const status of SHARED) {
            const answer = await send(operation, `code=${status}`)
            assertAnswer(api, answer, status, operation)
            assert.equal(answer.headers.has('Retry-After'), status === 429 || status === 503)
          }
        }
      })

      it('answers 400 in the API’s own body to a preference that the contract does not know, and says what there is', async () => {
        for (const operation of api.operations) {
          for (const prefer of ['code=418', 'code=', 'code=20', 'example=nothing', 'code=200, example=nothing']) {
            const answer = await send(operation, prefer)
            assertAnswer(api, answer, 400, operation)
            const [status] = operation.responses.keys()
            assert.match(JSON.stringify(answer.body), new RegExp(`${operation.operationId} has the codes .*${status}`))
          }
        }
      })
    })
  }

  it('logs no internal error', () =>
    assert.deepEqual(
      mock.logged.filter((line) => line.includes('internal error')),
      []
    ))
})

/** Fails unless the answer is this example, but for its token and for the items that make its list as long as its total. */
function assertExample(operation: DocumentedOperation, answer: Answer, example: unknown): void {
  const { body, headers } = structuredClone({ ...answer, headers: Object.fromEntries(answer.headers) })
  if (operation.pages !== undefined && answer.status === 200) {
    const shown = listIn(operation, { body: example, headers }).items
    const { items } = listIn(operation, { body, headers })
    items.splice(shown.length)
  }
  assert.deepEqual(withoutTokens(body), withoutTokens(example))
}

function withoutTokens(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+|<token>|xx\.yy\.zz/g, 'token'))
}

/** By name; a single example has none. */
function examplesOf({ responses }: DocumentedOperation, status: string): Record<string, unknown> {
  const [{ example, examples }] = Object.values(responses.get(status)!.content!) as [MediaType]
  if (examples === undefined) return { '': example }
  return Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]))
}

function namedExamples(operation: DocumentedOperation): [status: string, name: string, value: unknown][] {
  const statuses = [...operation.responses.keys()]
  const all = statuses.flatMap((status) =>
    Object.entries(examplesOf(operation, status)).map(([name, value]): [string, string, unknown] => [
      status,
      name,
      value
    ])
  )
  return all.filter(([, name]) => name !== '')
}
