import type { Document } from './redocly.js'

type Paths = Record<string, object>

/** Two documents cut down to the paths that both have, and the paths that only the first one has. */
export interface Shared {
  base: Document
  revision: Document
  removed: string[]
}

/**
 * A path that one document alone has was removed or added, never renamed, however alike the two look: callers of the old
 * one find nothing there. Names of path parameters are for readers: `/users/{id}` and `/users/{userId}` are one path.
 */
export function sharedPaths(base: Document, revision: Document): Shared {
  const [before, after] = [templatesOf(base), templatesOf(revision)]
  return {
    base: withPaths(base, (path) => after.has(templateOf(path))),
    revision: withPaths(revision, (path) => before.has(templateOf(path))),
    removed: Object.keys(pathsOf(base)).filter((path) => !after.has(templateOf(path)))
  }
}

function pathsOf({ paths = {} }: Document): Paths {
  return paths as Paths
}

function templateOf(path: string): string {
  return path.replace(/\{[^}]+\}/g, '{}')
}

function templatesOf(document: Document): Set<string> {
  return new Set(Object.keys(pathsOf(document)).map(templateOf))
}

function withPaths(document: Document, isKept: (path: string) => boolean): Document {
  const kept = Object.entries(pathsOf(document)).filter(([path]) => isKept(path))
  return { ...document, paths: Object.fromEntries(kept) }
}
