/** Statuses in the place of a contract's `default`: what a request may be answered for which nobody else is to blame. */
const SHARED_STATUSES = [400, 413, 415]

interface Responses {
  responses: Record<string, unknown>
}

/** The contract with its `default` responses spelt out, for a tester that takes every status as one of them. */
export function withStatusesSpeltOut<Contract extends { paths?: object }>(contract: Contract): Contract {
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
