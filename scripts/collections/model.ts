/** The requests of an API for programs that send requests, such as Postman, in the order in which they are to be sent. */
export interface Collection {
  title: string
  description: string
  /** Values that requests name as `{{name}}`: those that a person sets. */
  settings: Record<string, string>
  /** Those that scripts fill. */
  saved: string[]
  requests: CollectedRequest[]
}

/** Its texts name values as `{{name}}`. */
export interface CollectedRequest {
  name: string
  description: string
  method: string
  /** From `/` on, without a query. */
  path: string
  query: QueryParameter[]
  /** Sends the saved `token` as a bearer token. */
  authorized: boolean
  json?: unknown
  form?: [name: string, value: string][]
  /** The status of the answer, where that is no success. */
  expects?: number
  /** What a success saves, by the names of the values. */
  saves: Record<string, Save>
  /** Saved values without which it must not be sent: those of its path and query. */
  needs: string[]
}

export const VARIABLE = /^\{\{(\w+)\}\}$/

/**
 * A JSON pointer into the body, a record of a list in the body, or a text that names values. `run` is a random text, made
 * before the request.
 */
export type Save = string | Found

/** The field `value` of the record whose `field` equals a text, in the list that a JSON pointer names. */
export interface Found {
  list: string
  field: string
  equals: string
  value: string
}

export interface QueryParameter {
  name: string
  value: string
  description: string
  /** Optional ones are there to be switched on. */
  sent: boolean
}

/** The value that a JSON pointer names, as a JavaScript expression: `body.data[0].id`. */
export function expression(body: string, pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((text, key) => text + (/^\d+$/.test(key) ? `[${key}]` : `.${key}`), body)
}

/** What follows the address of the server: the path, and the query parameters that are sent. */
export function target({ path, query }: CollectedRequest): string {
  const sent = query.filter((one) => one.sent).map(({ name, value }) => `${name}=${encoded(value)}`)
  return sent.length === 0 ? path : `${path}?${sent.join('&')}`
}

/** A text as part of a URL; a value that it names stays as it is. */
export function encoded(text: string): string {
  return VARIABLE.test(text) ? text : encodeURIComponent(text)
}
