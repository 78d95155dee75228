import type { ContractDocument } from '../../../src/http/contract.js'
import { resolve } from '../documented.js'

interface Schema {
  enum?: unknown[]
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** A place for a value: what its schema says of it, the parts of `allOf`, `anyOf` and `oneOf` taken together. */
export interface Place {
  /** `createTask request /status`, `listTasks query status`; `*` is any item of an array. */
  name: string
  values: string[]
  properties: Map<string, Place>
  items?: Place
}

/** The place of a schema. One that contains itself, as a tree does, leads back to the same place. */
export function placeOf(
  document: ContractDocument,
  reference: object,
  name: string,
  around: ReadonlyMap<object, Place> = new Map()
): Place {
  const schema = resolve<Schema>(document, reference)
  const same = around.get(schema)
  if (same !== undefined) return same
  const place: Place = { name, values: [], properties: new Map() }
  const inside = new Map(around).set(schema, place)
  for (const part of partsOf(document, schema)) {
    place.values.push(...(part.enum ?? []).map(String))
    for (const [key, property] of Object.entries(part.properties ?? {})) {
      place.properties.set(key, placeOf(document, property, `${name}/${key}`, inside))
    }
    if (part.items !== undefined) place.items = placeOf(document, part.items, `${name}/*`, inside)
  }
  return place
}

function partsOf(document: ContractDocument, schema: Schema): Schema[] {
  const { allOf = [], anyOf = [], oneOf = [] } = schema
  const parts = [...allOf, ...anyOf, ...oneOf].map((part) => resolve<Schema>(document, part))
  return [schema, ...parts.flatMap((part) => partsOf(document, part))]
}

/** What a contract says of a place and those within it: its fields, and the values of its enumerations. */
export interface Said {
  fields: string[]
  values: string[]
}

export function saidOf(place: Place, said: Said = { fields: [], values: [] }, seen = new Set<Place>()): Said {
  if (seen.has(place)) return said
  seen.add(place)
  said.values.push(...place.values.map((value) => valueName(place, value)))
  for (const property of place.properties.values()) {
    said.fields.push(property.name)
    saidOf(property, said, seen)
  }
  if (place.items !== undefined) saidOf(place.items, said, seen)
  return said
}

/** Names the fields and values of a place that a value has. */
export function metIn(place: Place, value: unknown, met = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) if (place.items !== undefined) metIn(place.items, item, met)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, property] of place.properties) {
      if (!Object.hasOwn(value, key)) continue
      met.add(property.name)
      metIn(property, (value as Record<string, unknown>)[key], met)
    }
  } else if (place.values.includes(String(value))) met.add(valueName(place, String(value)))
  return met
}

function valueName({ name }: Place, value: string): string {
  return `${name} = ${value}`
}
