import type { RuleName } from '../../scripts/contract-diff/reasons.js'

/** A part of an OpenAPI operation. */
export type OperationPart = Record<string, unknown>

/** A change of one operation: the rule that it breaks, the operation before (undefined: not there) and after. */
export type Case = [name: string, rule: RuleName, before: OperationPart | undefined, after: OperationPart | undefined]

export const text = { type: 'string' }
export const integer = { type: 'integer' }
export const listOf = (items: object, more = {}) => ({ type: 'array', items, ...more })
export const object = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required })
})
export const field = (schema: object) => object({ a: schema })
export const json = (schema: object) => ({ 'application/json': { schema } })
export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

export const plain = { responses: { 200: { description: 'ok' } } }
export const answer = (schema: object, more = {}) => ({
  responses: { 200: { description: 'ok', content: json(schema), ...more } }
})
export const send = (schema: object, more = {}) => ({
  ...plain,
  requestBody: { required: true, content: json(schema), ...more }
})
export const parameter = (schema: object, more = {}) => ({
  ...plain,
  parameters: [{ name: 'q', in: 'query', schema, ...more }]
})
export const secured = (...security: object[]) => ({ ...plain, security })
export const header = (schema: object, more = {}) => answer(text, { headers: { A: { schema, ...more } } })

/** Schemas that the cases refer to: the first of each pair in the document before, the second after. */
export const components: Record<string, [object, object]> = {
  Asked: [field(text), object({ a: text }, 'a')],
  Answered: [object({ a: text, b: text }), object({ a: text })],
  Large: [object({ a: text, b: text }), object({ a: text, b: text })],
  Small: [object({ a: text }), object({ a: text })]
}
