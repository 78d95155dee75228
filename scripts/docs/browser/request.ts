import type { DocumentedOperation, Scheme } from '../model.js'

/** What a person filled in: the values of fields by name, and a JSON body as typed. */
export interface Filled {
  fields: Record<string, string>
  json?: string | undefined
  /** Headers beside those of the operation, a line each. */
  headers?: string | undefined
}

/** The token to send, and how. */
export interface Credentials {
  token: string
  scheme: Scheme
}

export interface Outgoing {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | undefined
}

export interface Answer {
  ok: boolean
  status: number
  statusText: string
  headers: [string, string][]
  /** As text; JSON is indented. */
  body: string
  milliseconds: number
  /** The body as data, where it is JSON. */
  parsed: unknown
}

/** The request for an operation. A field of the query that is empty is left out. */
export function compose(
  serverUrl: string,
  operation: DocumentedOperation,
  filled: Filled,
  credentials: Credentials | undefined,
  extraHeaders: Record<string, string> = {}
): Outgoing {
  const values = (place: string): [string, string][] =>
    operation.fields.filter((field) => field.in === place).map(({ name }) => [name, filled.fields[name] ?? ''])
  const path = values('path').reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    operation.path
  )
  const query = new URLSearchParams(values('query').filter(([, value]) => value !== '')).toString()
  const form = values('form')
  const headers: Record<string, string> = {}
  if (credentials !== undefined && operation.security.length > 0) {
    headers[credentials.scheme.header] = credentials.scheme.prefix + credentials.token
  }
  if (form.length > 0) headers['Content-Type'] = 'application/x-www-form-urlencoded'
  else if (filled.json !== undefined) headers['Content-Type'] = 'application/json'
  return {
    method: operation.method,
    url: serverUrl + path + (query === '' ? '' : `?${query}`),
    headers: { ...headers, ...extraHeaders },
    body: form.length > 0 ? new URLSearchParams(form).toString() : filled.json
  }
}

/** Sends it. Throws when no answer comes. */
export async function send({ method, url, headers, body }: Outgoing): Promise<Answer> {
  const start = performance.now()
  const response = await fetch(url, { method, headers, body: body ?? null, credentials: 'omit', cache: 'no-store' })
  const text = await response.text()
  const parsed = parse(text)
  return {
    ok: response.ok,
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    body: parsed === undefined ? text : JSON.stringify(parsed, null, 2),
    milliseconds: Math.round(performance.now() - start),
    parsed
  }
}

/** The token that the answer to `operation` brought, without the scheme that may precede it. */
export function tokenIn({ session }: DocumentedOperation, { ok, parsed }: Answer): string | undefined {
  const pointer = session?.opens ?? session?.renews
  if (!ok || pointer === undefined) return undefined
  const keys = pointer.split('/').slice(1)
  const token = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], parsed)
  return String(token).replace(/^bearer /i, '')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The same request as a command. */
export function asCurl({ method, url, headers, body }: Outgoing): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
  const parts = [`curl${method === 'GET' ? '' : ` -X ${method}`} ${quote(url)}`]
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`)
  if (body !== undefined) parts.push(`-d ${quote(body)}`)
  return parts.join(' \\\n  ')
}
