import type { Call, Pages, Reply } from './operation.js'
import { at } from './pointer.js'
import { Refused } from './problems.js'
import type { Paging } from './types.js'

const DEFAULT_SIZE = 100

/** Iterators over a list that the contract cuts into pages, which `call` fetches one by one. */
export function paging(
  { number, size, items }: Pages,
  call: (input: Call) => Promise<Reply>
): Paging<Call, Reply, unknown> {
  const itemsOf = ({ ok, body }: Reply): unknown[] => (ok ? (at(body, items) as unknown[]) : [])

  async function* pages(input: Call = {}): AsyncGenerator<Reply, void, undefined> {
    const query = { ...input.query }
    query[size] ??= DEFAULT_SIZE
    for (let page = 1; ; page++) {
      const reply = await call({ ...input, query: { ...query, [number]: page } })
      yield reply
      const count = itemsOf(reply).length
      if (count === 0 || count < Number(query[size])) return
    }
  }
  return {
    pages,
    async *items(input) {
      for await (const reply of pages(input)) {
        if (!reply.ok) throw new Refused(reply)
        yield* itemsOf(reply)
      }
    }
  }
}
