import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DocumentedOperation } from '../contract/documented.js'
import { apisUnderTest, assertAnswer, bodyOptions, target } from '../http/api-under-test.js'
import { useMock } from '../support/mock.js'
import { listIn } from '../support/mock-lists.js'

const lists = apisUnderTest.flatMap((api) =>
  api.operations.flatMap((operation) => (operation.pages === undefined ? [] : [{ api, operation }]))
)

describe('a list of the mock', () => {
  const mock = useMock()

  /** A page of it, or with `null` all of it, which a list may refuse. */
  const read = async (
    { operationId, path, pages, parameters }: DocumentedOperation,
    page: [number: number, size: number] | null,
    prefer = ''
  ) => {
    const query = page === null ? '' : `?${pages!.number}=${page[0]}&${pages!.size}=${page[1]}`
    const answer = await mock.client.get(path + query, { token: 'any', headers: { prefer } })
    assert.equal(answer.status, 200, `${operationId} ${parameters.length} ${JSON.stringify(answer.body)}`)
    return {
      answer,
      ...listIn({ pages } as DocumentedOperation, { ...answer, headers: Object.fromEntries(answer.headers) })
    }
  }
  const idOf = ({ id, _id }: { id?: number; _id?: string }) => id ?? _id

  it('is one of ten, in four APIs', () => {
    assert.equal(lists.length, 10)
    assert.equal(new Set(lists.map(({ api }) => api.name)).size, 4)
  })

  for (const { api, operation } of lists) {
    const name = `${api.name} ${operation.operationId}`

    it(`has as many items as its total says: ${name}`, async () => {
      const { items, total } = await read(operation, [1, 1000])
      assert.ok(total >= 1)
      assert.equal(items.length, total)
    })

    it(`has the pages that a query names, each item on one of them: ${name}`, async () => {
      const seen: unknown[] = []
      for (let page = 1; page <= 11; page++) {
        const { answer, items, total } = await read(operation, [page, 100], 'rows=1010')
        assertAnswer(api, answer, 200, operation)
        assert.equal(total, 1010)
        assert.equal(items.length, page === 11 ? 10 : 100)
        seen.push(...items.map(idOf))
      }
      assert.equal(new Set(seen).size, 1010)
      assert.equal((await read(operation, [12, 100], 'rows=1010')).items.length, 0)
      assert.equal((await read(operation, [2147483647, 1000], 'rows=1010')).items.length, 0)
    })

    it(`has the same rows at each request: ${name}`, async () => {
      const first = await read(operation, [3, 10], 'rows=50')
      assert.deepEqual((await read(operation, [3, 10], 'rows=50')).items, first.items)
      assert.deepEqual((await read(operation, [1, 30], 'rows=50')).items.slice(20), first.items)
    })

    it(`may be empty, or shorter than its example: ${name}`, async () => {
      for (const rows of [0, 1]) {
        const { answer, items, total } = await read(operation, [1, 10], `rows=${rows}`)
        assertAnswer(api, answer, 200, operation)
        assert.deepEqual([items.length, total], [rows, rows])
      }
    })

    it(`says when rows go with no list: ${name}`, async () => {
      const headers = { prefer: 'rows=5; code=401' }
      const answer = await mock.client.get(target(operation), { token: 'any', headers })
      assertAnswer(api, answer, 400, operation)
      assert.match(
        JSON.stringify(answer.body),
        new RegExp(`rows is for lists in pages, and ${operation.operationId} 401 is none`)
      )
    })
  }

  it('is whole where no page is named, and has 20 items on a page where only its number is', async () => {
    const whole = lists.filter(({ operation: { parameters } }) =>
      parameters.every(({ required, schema }) => !required && schema?.default === undefined)
    )
    assert.equal(whole.length, 3)
    for (const { operation } of whole) {
      assert.equal((await read(operation, null, 'rows=5000')).items.length, 5000)
      const { path, pages } = operation
      const options = { token: 'any', headers: { prefer: 'rows=5000' } }
      const answer = await mock.client.get(`${path}?${pages!.number}=2`, options)
      const { items } = listIn(operation, { ...answer, headers: Object.fromEntries(answer.headers) })
      assert.equal(items.length, 20)
      assert.deepEqual(items, (await read(operation, [2, 20], 'rows=5000')).items)
    }
  })

  it('tells its rows apart by what clients set', async () => {
    const { items } = await read(
      lists.find(({ operation }) => operation.operationId === 'listTasks')!.operation,
      null,
      'rows=200'
    )
    const tasks = items as unknown as { description: string; status: string }[]
    assert.equal(new Set(tasks.map(({ description }) => description)).size, 200)
    assert.deepEqual([...new Set(tasks.map(({ status }) => status))].sort(), ['已完成', '待办', '进行中'])
  })

  it('has telephone numbers of digits, also where the example is none', async () => {
    const { items } = await read(
      lists.find(({ api, operation }) => api.name === 'julong' && operation.operationId === 'listUsers')!.operation,
      [1, 100],
      'rows=100'
    )
    const numbers = (items as { mobile?: string | null }[]).slice(1).flatMap(({ mobile }) => mobile ?? [])
    assert.ok(numbers.length > 50)
    for (const number of numbers) assert.match(number, /^\d{7,}$/)
    assert.equal(new Set(numbers).size, numbers.length)
  })

  for (const api of apisUnderTest) {
    it(`is no other operation of ${api.name}: rows are refused there`, async () => {
      for (const operation of api.operations.filter(({ pages }) => pages === undefined)) {
        const { headers, ...options } = bodyOptions(operation, (operation.body?.example ?? {}) as object)
        const answer = await mock.client.request(operation.method, target(operation), {
          ...(operation.body && options),
          token: 'any',
          headers: { ...headers, prefer: 'rows=3' }
        })
        assertAnswer(api, answer, 400, operation)
      }
    })
  }
})
