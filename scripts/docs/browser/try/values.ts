import type { DocumentedApi, DocumentedOperation, Field } from '../../model.js'

/** Ids that were in answers, by where they were seen and their key; the latest first. */
type Seen = Record<string, string[]>

const ID = /^_?id$|id$/i
const MOST = 10

/** Remembers the ids in answers of one API, as long as the tab is open, so that later calls name things that exist. */
export interface Values {
  learn(operation: DocumentedOperation, answer: unknown): void
  /** Forgets what was removed. */
  forget(value: string): void
  known(operation: DocumentedOperation, field: Field): string[]
}

export function createValues(api: DocumentedApi): Values {
  const key = `quintet values ${api.name}`
  const read = (): Seen => JSON.parse(sessionStorage.getItem(key) ?? '{}') as Seen
  const write = (seen: Seen): void => sessionStorage.setItem(key, JSON.stringify(seen))
  return {
    learn(operation, answer) {
      const seen = read()
      const places = [`/${collectionOf(operation.path)}`, `#${operation.tag}`]
      for (const [name, value] of idsIn(answer).reverse()) {
        for (const place of places) {
          const of = `${place} ${name.toLowerCase()}`
          seen[of] = [value, ...(seen[of] ?? []).filter((one) => one !== value)].slice(0, MOST)
        }
      }
      write(seen)
    },
    forget(value) {
      write(Object.fromEntries(Object.entries(read()).map(([of, all]) => [of, all.filter((one) => one !== value)])))
    },
    known(operation, field) {
      const seen = read()
      const place = placeOf(operation.path, field.name)
      const places = [`/${place}`, ...(isListed(api, place) ? [] : [`#${operation.tag}`])]
      const keys = [field.name.toLowerCase(), 'id', '_id']
      const found = places.flatMap((one) => keys.map((name) => seen[`${one} ${name}`] ?? []))
      return found.find((values) => values.length > 0) ?? []
    }
  }
}

/** Whether the field names a record by its id. */
export function isId({ in: place, name, values }: Field): boolean {
  return place === 'path' && values === undefined && ID.test(name)
}

/** The operation that lists what the field names: one of the same collection, or else a list of the same group. */
export function listFor(
  api: DocumentedApi,
  operation: DocumentedOperation,
  field: Field
): DocumentedOperation | undefined {
  const lists = api.operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  const place = placeOf(operation.path, field.name)
  return (
    lists.find(({ path }) => collectionOf(path) === place) ??
    lists.find(({ path, tag }) => tag === operation.tag && collectionOf(path) === 'list')
  )
}

/** Whether an operation answers with records of this collection without naming one. */
function isListed(api: DocumentedApi, place: string): boolean {
  return api.operations.some(
    ({ method, path, fields }) => method === 'GET' && collectionOf(path) === place && !fields.some(isId)
  )
}

/** The last name in a path that is no parameter: `users` of `/users/{id}`. */
function collectionOf(path: string): string {
  return path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? ''
}

/** The name before a parameter. */
function placeOf(path: string, name: string): string {
  const parts = path.split('/')
  return parts[parts.indexOf(`{${name}}`) - 1] ?? ''
}

/** Keys and values of all ids in an answer, in its order. */
function idsIn(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.slice(0, MOST).flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]): [string, string][] => {
    const isValue = (typeof child === 'string' && child !== '') || typeof child === 'number'
    return ID.test(name) && isValue ? [[name, String(child)]] : idsIn(child)
  })
}
