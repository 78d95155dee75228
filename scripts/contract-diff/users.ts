import { componentOf, keysOf, valueAt } from './pointers.js'
import type { Document } from './redocly.js'

/** An operation in which a part of a document is used. */
export interface User {
  operationId: string
  place: 'request' | 'response'
}

type Node = Record<string, unknown>

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])

/** The operations that use what is at this pointer, itself or through references; all for the root. */
export function usersOf(document: Document, pointer: string): User[] {
  const keys = keysOf(pointer)
  const component = componentOf(pointer)
  return partsOf(document).filter(({ at, node }) => {
    if (component !== undefined) return reaches(document, node, component)
    const depth = Math.min(keys.length, at.length)
    return keys.slice(0, depth).every((key, i) => key === at[i])
  })
}

interface Part extends User {
  /** Keys down to the part. */
  at: string[]
  node: unknown
}

/** Each field of each operation, and the parameters of its path. */
function partsOf(document: Document): Part[] {
  return Object.entries((document.paths ?? {}) as Record<string, Node>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .flatMap(([method, operation]) => {
        const { operationId } = operation as { operationId: string }
        const fields = Object.entries(operation as Node).map(([field, node]): Part => {
          const place = field === 'responses' ? 'response' : 'request'
          return { operationId, place, at: ['paths', path, method, field], node }
        })
        const shared: Part = { operationId, place: 'request', at: ['paths', path, 'parameters'], node: item.parameters }
        return [...fields, shared]
      })
  )
}

/** Whether a component is in reach of a node: referred to, or named as a security scheme. */
function reaches(document: Document, node: unknown, component: string[], seen = new Set<unknown>()): boolean {
  if (typeof node !== 'object' || node === null || seen.has(node)) return false
  seen.add(node)
  const [, kind, name] = component
  return Object.entries(node).some(([key, value]) => {
    if (kind === 'securitySchemes' && key === name && Array.isArray(value)) return true
    if (key !== '$ref' || typeof value !== 'string') return reaches(document, value, component, seen)
    const target = keysOf(value)
    if (component.every((part, i) => part === target[i])) return true
    return reaches(document, valueAt(document, target), component, seen)
  })
}
