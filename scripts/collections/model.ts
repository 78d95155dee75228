/** The requests of an API for programs that send requests, such as Postman, in the order in which they are to be sent. */
export interface Collection {
  title: string
  description: string
  /** Values that requests name as `{{name}}`: those that a person sets. */
  settings: Record<string, string>
  /** Those that responses fill, with what they are before. */
  saved: Record<string, string>
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
  /** What a success saves: names of values, and JSON pointers to them in the body. */
  saves: Record<string, string>
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
  const sent = query.filter((one) => one.sent).map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  return sent.length === 0 ? path : `${path}?${sent.join('&')}`
}
