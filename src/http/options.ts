import { bodySchema } from './body-schema.js'
import type { Operation } from './contract.js'

/** For the method of each operation: the properties that a client may set, read from the contract. */
export function settableProperties(operations: Operation[]): Record<string, string[]> {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.method.toUpperCase(),
      Object.keys(bodySchema(operation)?.properties ?? {})
    ])
  )
}
