/** Statuses in the place of a contract's `default`: what a request may be answered for which nobody else is to blame. */
const SHARED_STATUSES = [400, 413, 415]

interface Responses {
  responses: Record<string, unknown>
}

/** What a text with `x-other-type: number` is taken from too. */
const WHOLE_NUMBER = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }

/** The contract for a tester that knows no extension and takes `default` for every status. */
export function forTester<Contract extends { paths?: object }>(contract: Contract): Contract {
  return withNumbersAsText(withStatusesSpeltOut(contract)) as Contract
}

/** Says in the schema of each text that is also taken as a number that it is. */
function withNumbersAsText(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNumbersAsText)
  if (typeof node !== 'object' || node === null) return node
  const { 'x-other-type': otherType, ...schema } = node as Record<string, unknown>
  if (otherType === 'number') return { anyOf: [schema, WHOLE_NUMBER] }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNumbersAsText(value)]))
}

function withStatusesSpeltOut<Contract extends { paths?: object }>(contract: Contract): Contract {
  const copy = structuredClone(contract)
  for (const item of Object.values(copy.paths ?? {})) {
    for (const operation of Object.values(item as Record<string, Partial<Responses>>)) {
      const { responses } = operation
      if (responses === undefined) continue
      for (const status of SHARED_STATUSES) responses[status] ??= responses.default
      delete responses.default
    }
  }
  return copy
}
