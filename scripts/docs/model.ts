/*
 * What the pages know of an API: the contract with its references resolved and reduced to what a person calls. The
 * build makes it, the page for calls reads it as JSON.
 */

/** A value that goes into the path, the query or a form. */
export interface Field {
  name: string
  in: 'path' | 'query' | 'form'
  required: boolean
  description: string
  /** The only values there are, where the contract lists them. */
  values?: string[] | undefined
  example?: string | number | boolean | undefined
}

/** A field of a JSON body. */
export interface BodyField {
  name: string
  type: 'string' | 'integer' | 'number' | 'boolean'
  required: boolean
  description: string
  values?: string[] | undefined
}

/** How a declared security scheme is sent: `<header>: <prefix><token>`. */
export interface Scheme {
  name: string
  description: string
  header: string
  prefix: string
}

export interface DocumentedOperation {
  operationId: string
  method: string
  path: string
  summary: string
  description: string
  /** The name of its group, and what people read of it. */
  tag: string
  group: string
  /** Where the operation comes from: the document and its heading, or `completion`. */
  source: string
  /** The right that its caller needs. */
  right?: string | undefined
  fields: Field[]
  /** The example of a JSON body, and all that the contract has of it, by their names. */
  json?: unknown
  examples: { name: string; value: unknown }[]
  /** The fields of a JSON body without objects and lists in it. */
  bodyFields?: BodyField[] | undefined
  /** What its success does to the session: JSON pointers to the token that begins one or goes on with it, or its end. */
  session?: { opens?: string; renews?: string; closes?: boolean } | undefined
  /** Since when it is deprecated, and the path that takes its place. */
  deprecation?: { since: string; successor: string } | undefined
  /** Names of the schemes, any of which will do; none for a public operation. */
  security: string[]
}

export interface DocumentedApi {
  name: string
  title: string
  basePaths: string[]
  schemes: Scheme[]
  operations: DocumentedOperation[]
}

/** What the server tells its pages of itself, at `docs/server.json`. */
export interface ServerFacts {
  /** Names of the APIs that are open. */
  apis: string[]
  /** Accounts that exist for trying; empty where there are none. */
  samples: Partial<Record<string, { name: string; password: string }[]>>
}

/** What the search of the site can find, as it is shown. */
export interface SearchDocument {
  id: number
  kind: 'operation' | 'error' | 'guide'
  /** The API that it is about; it is found only where that is served. */
  api?: string
  /** The language of the pages on which it is found; all where it is left out. */
  language?: 'zh' | 'en' | undefined
  title: string
  /** Where it belongs: an API and a group, or a guide. */
  context: string
  method?: string
  /** Identifiers, paths and statuses. */
  names: string
  /** From `docs/`. */
  href: string
}
