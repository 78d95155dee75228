import type { Contract } from './contract.js'

interface BodySchema {
  properties?: Record<string, unknown>
}

/** For each method of the path: the properties that a client may set, read from the contract. */
export function settableProperties(contract: Contract, routePaths: string[]): Record<string, string[]> {
  const operations = contract.operations.filter((operation) => routePaths.includes(routePath(operation.path)))
  return Object.fromEntries(
    operations.map((operation) => {
      const body = operation.requestBody
      const [content] = body !== undefined && 'content' in body ? Object.values(body.content) : []
      return [
        operation.method.toUpperCase(),
        Object.keys((content?.schema as BodySchema | undefined)?.properties ?? {})
      ]
    })
  )
}

/** A contract's path in the router's notation: `/users/{id}` is `/users/:id`. */
export function routePath(path: string): string {
  return path.replace(/\{([^}]+)\}/g, ':$1')
}
