import fc, { type Arbitrary } from 'fast-check'
import { fittingParts, isObject, type FuzzedOperation, type Parts, type Source } from './parts.js'
import type { Fits, Schema } from './schema.js'
import { BAD_TEXTS, breaking } from './values.js'

/** A request as it is sent, but for the token. */
export interface FuzzRequest {
  method: string
  /** With its query. */
  path: string
  contentType?: string
  body?: string | Uint8Array | undefined
}

/** Requests that break no rule of the contract; what the API ignores is there too. */
export function fittingRequests(source: Source, refusesUnknownQuery: boolean): Arbitrary<FuzzRequest> {
  const { operation } = source
  const ignored = fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })
  const own = new Set(Object.keys(operation.body?.schema.properties ?? {}))
  const parameters = new Set(operation.parameters.map(({ name }) => name))
  return fc.tuple(fittingParts(source), ignored).map(([parts, more]) => {
    const others = Object.entries(more).filter(([name]) => !own.has(name) && !parameters.has(name))
    const texts = others.map(([name, value]): [string, string] => [name, JSON.stringify(value)])
    return compose(operation, {
      ...parts,
      query: refusesUnknownQuery ? parts.query : [...parts.query, ...texts],
      ...(isObject(parts.body) && { body: { ...Object.fromEntries(others), ...parts.body } })
    })
  })
}

/** Requests with one thing that breaks the contract, for an operation that leaves something to break. */
export function breakingRequests(source: Source, refusesUnknownQuery: boolean): Arbitrary<FuzzRequest> {
  const { operation, fits } = source
  const parts = fittingParts(source)
  const change = <Value>(value: Arbitrary<Value>, put: (parts: Parts, value: Value) => Parts): Arbitrary<Parts> =>
    fc.tuple(parts, value).map(([whole, one]) => put(whole, one))
  const changes = operation.parameters.map(({ name, in: place, schema }) =>
    change(wrongTexts(schema, fits), ({ path, query, body }, text) =>
      place === 'path'
        ? { path: { ...path, [name]: text }, query, body }
        : { path, query: [...query.filter(([other]) => other !== name), [name, text]], body }
    )
  )
  for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'query')) {
    const twice = fc.constant([name, '1'] as [string, string])
    changes.push(change(twice, (whole, pair) => ({ ...whole, query: [...whole.query, pair, pair] })))
  }
  for (const { name } of operation.parameters.filter(({ in: place, required }) => place === 'query' && required)) {
    changes.push(parts.map((whole) => ({ ...whole, query: whole.query.filter(([other]) => other !== name) })))
  }
  if (refusesUnknownQuery) {
    const name = fc.constantFrom('x', 'constructor', '__proto__', 'Pagenum', ' ')
    changes.push(change(name, (whole, unknown) => ({ ...whole, query: [...whole.query, [unknown, '1']] })))
  }
  if (operation.body !== undefined)
    changes.push(change(wrongBodies(operation, fits), (whole, body) => ({ ...whole, body })))
  return fc.oneof(...changes).map((broken) => compose(operation, broken))
}

/** Texts that a parameter does not take. */
function wrongTexts(schema: Schema, fits: Fits): Arbitrary<string> {
  const noIntegers = ['1e0', '0x1', ' 1', '1 ', '+1', '-0', '01', '1.0', '9'.repeat(30), 'Infinity', '１']
  const texts = fc.oneof(
    breaking(schema, fits)
      .filter((value) => typeof value !== 'object')
      .map(String),
    fc.constantFrom(...noIntegers, ...BAD_TEXTS.slice(0, 2))
  )
  // Dots and emptiness make another path.
  return texts.filter((text) => text.isWellFormed() && !/^\.*$/.test(text) && !fits(schema, valueOf(schema, text)))
}

function valueOf({ type }: Schema, text: string): unknown {
  return type === 'integer' && /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : text
}

/** A form holds nothing but texts. */
function wrongBodies({ body }: FuzzedOperation, fits: Fits): Arbitrary<unknown> {
  const { mediaType, schema } = body!
  const wrong = breaking(schema, fits)
  if (mediaType === 'application/json') return wrong
  return wrong.filter((value) => isObject(value) && !fits(schema, asTexts(value)) && allWellFormed(value))
}

function asTexts(fields: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

function allWellFormed(fields: Record<string, unknown>): boolean {
  return Object.values(asTexts(fields)).every((text) => text.isWellFormed())
}

function compose({ method, path, body }: FuzzedOperation, parts: Parts): FuzzRequest {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(parts.path[name] ?? ''))
  const query = parts.query.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&')
  const target = query === '' ? filled : `${filled}?${query}`
  if (body === undefined) return { method, path: target }
  const isJson = body.mediaType === 'application/json'
  const text = isJson
    ? JSON.stringify(parts.body)
    : new URLSearchParams(asTexts(parts.body as object as Record<string, unknown>)).toString()
  return { method, path: target, contentType: body.mediaType, body: text }
}
