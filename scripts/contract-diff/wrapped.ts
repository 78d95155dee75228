import type { Document } from './redocly.js'

/** What says nothing about the values that a schema takes. */
const ANNOTATIONS = new Set(['default', 'description', 'example', 'title'])

/** The document, in which `allOf` of one reference, for the sake of a `default` beside it, is that reference. */
export function withoutWrappers(document: Document): Document {
  return unwrap(document) as Document
}

function unwrap(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(unwrap)
  if (typeof node !== 'object' || node === null) return node
  const { allOf, ...rest } = node as { allOf?: unknown[] }
  const isWrapper =
    allOf?.length === 1 && isReference(allOf[0]) && Object.keys(rest).every((key) => ANNOTATIONS.has(key))
  if (isWrapper) return allOf[0]
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, unwrap(value)]))
}

function isReference(node: unknown): boolean {
  return typeof node === 'object' && node !== null && '$ref' in node
}
