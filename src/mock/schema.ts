import type { Operation } from '../http/contract.js'

/** The schema of a value, references resolved, as far as the mock looks at it. */
export interface Schema {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  nullable?: boolean
  default?: unknown
  maximum?: number
  properties?: Record<string, Schema>
  items?: Schema
}

interface Response {
  content?: Record<string, { schema?: Schema }>
}

export function responseSchema(operation: Operation, status: number): Schema | undefined {
  const { content = {} } = (operation.responses?.[String(status)] ?? {}) as Response
  return Object.values(content)[0]?.schema
}

export function isSecret({ format }: Schema): boolean {
  return format === 'password' || format === 'new-password'
}
