import type { Operation } from './contract.js'

interface BodySchema {
  properties?: Record<string, unknown>
}

/** For the method of each operation: the properties that a client may set, read from the contract. */
export function settableProperties(operations: Operation[]): Record<string, string[]> {
  return Object.fromEntries(
    operations.map(({ method, requestBody }) => {
      const [content] = requestBody !== undefined && 'content' in requestBody ? Object.values(requestBody.content) : []
      return [method.toUpperCase(), Object.keys((content?.schema as BodySchema | undefined)?.properties ?? {})]
    })
  )
}
