import fc, { type Arbitrary } from 'fast-check'
import type { DocumentedOperation, Parameter } from '../contract/documented.js'
import type { Fits, Schema } from './schema.js'
import { periods } from './periods.js'
import { fitting } from './values.js'

/** An operation whose schemas hold no references. */
export interface FuzzedOperation extends Omit<DocumentedOperation, 'parameters' | 'body'> {
  parameters: (Parameter & { schema: Schema })[]
  body?: { mediaType: string; schema: Schema; example: unknown } | undefined
}

/** Values that mean something to the server, by the names of fields and parameters: half of the values are of these. */
export type Known = Record<string, unknown[]>

/** What a request is composed of. */
export interface Parts {
  path: Record<string, string>
  query: [name: string, text: string][]
  body?: unknown
}

export interface Source {
  operation: FuzzedOperation
  fits: Fits
  known: Known
}

/** Parts that break no rule of the contract; optional ones come and go. */
export function fittingParts({ operation, fits, known }: Source): Arbitrary<Parts> {
  const valueOf = (name: string, schema: Schema, example?: unknown): Arbitrary<unknown> => {
    // Ids of several kinds have one name.
    const ofSchema = (known[name] ?? []).filter((value) => fits(schema, value))
    const meaningful = [...ofSchema, ...(example === undefined ? [] : [example])]
    const other = fitting(schema, fits)
    return meaningful.length === 0 ? other : fc.oneof(other, fc.constantFrom(...meaningful))
  }
  const period = periods(operation.parameters.map(({ name }) => name))
  const textsIn = (place: string): Arbitrary<Record<string, string>> => {
    const parameters = operation.parameters.filter(({ in: its, name }) => its === place && !period.names.includes(name))
    const texts = parameters.map(({ name, schema, example }) => [name, valueOf(name, schema, example).map(String)])
    return recordOf(Object.fromEntries(texts), namesOf(parameters.filter(({ required }) => required)))
  }
  const { properties = {}, required = [] } = operation.body?.schema ?? {}
  const example = isObject(operation.body?.example) ? operation.body.example : {}
  const fields = Object.entries(properties).map(([name, schema]) => [name, valueOf(name, schema, example[name])])
  return fc.record({
    path: textsIn('path'),
    query: fc.tuple(textsIn('query'), period.texts).map((texts) => texts.flatMap((some) => Object.entries(some))),
    body: recordOf(Object.fromEntries(fields), required)
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Objects that have the required ones of these fields always, the others sometimes. */
function recordOf<Value>(
  fields: Record<string, Arbitrary<Value>>,
  required: string[]
): Arbitrary<Record<string, Value>> {
  const entries = Object.entries(fields).map(([name, values]) => {
    const present = values.map((value): [string, Value][] => [[name, value]])
    return required.includes(name) ? present : fc.oneof(present, fc.constant([]))
  })
  return fc.tuple(...entries).map((chosen) => Object.fromEntries(chosen.flat()))
}

function namesOf(parameters: Parameter[]): string[] {
  return parameters.map(({ name }) => name)
}
