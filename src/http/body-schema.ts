import type { Operation } from './contract.js'

interface BodySchema {
  properties?: Record<string, unknown>
  required?: string[]
}

/** What a body may be, by media type. Empty where the operation takes none. */
export function contentOf({ requestBody }: Operation): Record<string, { schema?: BodySchema }> {
  return requestBody !== undefined && 'content' in requestBody
    ? (requestBody.content as ReturnType<typeof contentOf>)
    : {}
}

export function bodySchema(operation: Operation): BodySchema | undefined {
  return Object.values(contentOf(operation))[0]?.schema
}
