import { bodySchema, contentOf } from '../http/body-schema.js'
import type { Operation } from '../http/contract.js'
import type { Change, MockRequest } from './change.js'
import type { ExampleAnswer } from './examples.js'
import { put } from './pointer.js'
import { pagesOf } from './rows.js'
import { isSecret, responseSchema, type Schema } from './schema.js'

type Place = 'path' | 'query' | 'body'

/** What a request can have, with the contract's example of it. */
interface Field {
  place: Place
  name: string
  schema: Schema
  example: unknown
}

/** A value of an answer that is one of the request. */
interface Repetition {
  pointer: string
  field: Field
  /** Of the value in the answer. */
  schema: Schema
}

interface Parameter {
  name: string
  in: Place
  schema?: Schema
  example?: unknown
}

/**
 * Repeats what was sent where the contract's example of the answer repeats its example of the request: under the same name,
 * or a longer form of it, with the same value. An object in which a value of the same name differs repeats nothing.
 */
export function repeatSent(operation: Operation, example: ExampleAnswer): Change {
  const repetitions = repetitionsOf(operation, example)
  return (answer, request) => {
    for (const { pointer, field, schema } of repetitions) {
      const value = inForm(sentValue(field, request, operation.method), schema)
      if (value !== undefined) put(answer.body, pointer, value)
    }
  }
}

function repetitionsOf(operation: Operation, { status, body }: ExampleAnswer): Repetition[] {
  const fields = fieldsOf(operation)
  const places = (['path', 'query', 'body'] as const).map((place) => fields.filter((field) => field.place === place))
  const items = pagesOf(operation)?.items
  const repetitions: Repetition[] = []
  walk(body, responseSchema(operation, status), '', (object, schema, pointer) => {
    if (pointer === items) return false
    repetitions.push(...places.flatMap((ofPlace) => repetitionsIn(object, schema, pointer, ofPlace)))
    return true
  })
  return repetitions
}

/** Calls `visit` for each object and list; where it returns false, what is in it is left out. */
function walk(
  value: unknown,
  schema: Schema | undefined,
  pointer: string,
  visit: (object: Record<string, unknown>, schema: Schema | undefined, pointer: string) => boolean
): void {
  if (typeof value !== 'object' || value === null) return
  if (!visit(value as Record<string, unknown>, schema, pointer)) return
  for (const [key, part] of Object.entries(value)) {
    walk(part, schema?.items ?? schema?.properties?.[key], `${pointer}/${key}`, visit)
  }
}

function repetitionsIn(
  object: Record<string, unknown>,
  schema: Schema | undefined,
  pointer: string,
  fields: Field[]
): Repetition[] {
  const shown = Object.keys(object).filter((name) => schema?.properties?.[name] !== undefined)
  const known = fields.filter(({ example }) => example !== undefined)
  const repeats = ({ example }: Field, name: string): boolean => String(example) === String(object[name])
  if (known.some((field) => shown.includes(field.name) && !repeats(field, field.name))) return []
  const pairs = known.flatMap((field) =>
    shown.filter((name) => alike(field.name, name) && repeats(field, name)).map((name) => ({ field, name }))
  )
  if (pairs.length === 0) return []
  // Those without an example are of the same kind, if the object has them.
  const others = fields.filter(({ name, example }) => example === undefined && shown.includes(name))
  return [...pairs, ...others.map((field) => ({ field, name: field.name }))].map(({ field, name }) => ({
    pointer: `${pointer}/${name}`,
    field,
    schema: schema?.properties?.[name] ?? {}
  }))
}

/** `userName` and `username`, `user_id` and `id`, `user` and `userName`. */
function alike(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [letters(one), letters(other)].sort((a, b) => a.length - b.length)
  return shorter.length > 1 && (longer.startsWith(shorter) || longer.endsWith(shorter))
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

function fieldsOf(operation: Operation): Field[] {
  const parameters = (operation.parameters ?? []) as Parameter[]
  const [content] = Object.values(contentOf(operation)) as { example?: Record<string, unknown> }[]
  const properties = Object.entries((bodySchema(operation)?.properties ?? {}) as Record<string, Schema>)
  return [
    ...parameters.map(({ name, in: place, schema = {}, example }) => ({ place, name, schema, example })),
    ...properties
      .filter(([, schema]) => !isSecret(schema))
      .map(([name, schema]) => ({ place: 'body' as const, name, schema, example: content?.example?.[name] }))
  ]
}

/** What is left out when something is created has its default. */
function sentValue({ place, name, schema }: Field, request: MockRequest, method: string): unknown {
  const sent = (request[place] ?? {}) as Record<string, unknown>
  if (Object.hasOwn(sent, name) || place !== 'body' || method !== 'post') return sent[name]
  return schema.default ?? (schema.nullable ? null : undefined)
}

/** The value in the form of the answer's schema; undefined where there is none. */
function inForm(value: unknown, { type, nullable }: Schema): unknown {
  if (value === null) return nullable ? null : type === 'string' ? '' : undefined
  if (type === 'string' && typeof value === 'number') return String(value)
  if ((type === 'integer' || type === 'number') && typeof value === 'string') return Number(value)
  return value
}
