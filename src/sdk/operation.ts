import type { CallOptions } from './options.js'

/** What the client has to know of an operation to call it: its row in the table that is made from the contract. */
export interface Operation {
  method: string
  /** With the names of its parameters in braces. */
  path: string
  /** The statuses that the contract lists for it. */
  statuses: readonly number[]
  /** The body is sent as a form. */
  form?: boolean | undefined
  /** Takes the token. */
  secured?: boolean | undefined
  /** May be sent again when it is not known whether it was carried out. */
  repeatable?: boolean | undefined
  /** JSON pointer to the token in the body of its success, which begins a session. */
  opens?: string | undefined
  /** As `opens`, for an operation that exchanges the token it is sent for a new one. */
  renews?: string | undefined
  /** Ends the session. */
  closes?: boolean | undefined
  pages?: Pages | undefined
}

/** How a list is cut into pages. */
export interface Pages {
  /** The query parameter that holds the number of the page, from 1. */
  number: string
  /** The query parameter that holds how many items a page has. */
  size: string
  /** JSON pointer to the items in the body. */
  items: string
}

/** What the caller gives, untyped. */
export interface Call extends CallOptions {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  /** Of its requests; set when the call begins. */
  requestId?: string
}

/** What the server answered, untyped. */
export interface Reply {
  ok: boolean
  status: number
  body: unknown
  headers: Headers
  requestId: string
}
