import type { Document } from './redocly.js'

/** The keys of a JSON pointer in a document, `#/paths/~1a/get`. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.split('/').slice(1)
  return keys.filter((key) => key !== '').map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
}

/** `#/paths/~1a/get` of its keys. */
export function pointerOf(keys: string[]): string {
  return ['#', ...keys.map((key) => key.replace(/~/g, '~0').replace(/\//g, '~1'))].join('/')
}

/** The keys of the component in which a pointer ends, if it does. */
export function componentOf(pointer: string): string[] | undefined {
  const keys = keysOf(pointer)
  return keys[0] === 'components' ? keys.slice(0, 3) : undefined
}

/** The value there; undefined when there is none. */
export function valueAt(document: Document, keys: string[]): unknown {
  return keys.reduce<unknown>((parent, key) => (parent as Document | undefined)?.[key], document)
}
