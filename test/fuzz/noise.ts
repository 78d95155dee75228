import fc, { type Arbitrary } from 'fast-check'
import type { FuzzedOperation } from './parts.js'
import type { FuzzRequest } from './requests.js'

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data',
  ';'
]

/** Requests that have nothing of the contract but the operation's method and path, with a token that is none. */
export function noise({ method, path }: FuzzedOperation): Arbitrary<FuzzRequest & { token: string }> {
  const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !/^\.*$/.test(text))
  const bytes = fc.uint8Array({ maxLength: 300 })
  const bodies = fc.oneof(
    fc.json(),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    bytes.map((body) => Buffer.from(body)),
    fc.constant(undefined)
  )
  const hasBody = !['GET', 'HEAD'].includes(method)
  return fc.record({
    method: fc.constant(method),
    path: fc
      .tuple(fc.array(segment, { minLength: 4, maxLength: 4 }), fc.webQueryParameters())
      .map(([segments, query]) => `${fill(path, segments)}?${query}`),
    contentType: fc.constantFrom(...CONTENT_TYPES),
    body: hasBody ? bodies : fc.constant(undefined),
    token: fc.oneof(fc.stringMatching(/^[!-~]{1,60}$/), fc.stringMatching(/^[\w-]{4,30}\.[\w-]{4,60}\.[\w-]{43}$/))
  })
}

function fill(path: string, texts: string[]): string {
  const rest = [...texts]
  return path.replace(/\{[^}]+\}/g, () => encodeURIComponent(rest.pop() ?? 'x'))
}
