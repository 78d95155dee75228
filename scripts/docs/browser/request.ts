import type { DocumentedOperation, Scheme } from '../model.js'

/** What a person filled in: the values of fields by name, and a JSON body as typed. */
export interface Filled {
  fields: Record<string, string>
  json?: string
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
  body?: string
}

export interface Answer {
  status: number
  statusText: string
  headers: [string, string][]
  /** As text; JSON is indented. */
  body: string
  milliseconds: number
  /** Found in the answer to a login or an exchange of tokens. */
  token?: string
}

/** The request for an operation. A field of the query that is empty is left out. */
export function compose(
  serverUrl: string,
  operation: DocumentedOperation,
  filled: Filled,
  credentials: Credentials | undefined
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
    headers,
    body: form.length > 0 ? new URLSearchParams(form).toString() : filled.json
  }
}

/** Sends it. Throws when no answer comes. */
export async function send({ method, url, headers, body }: Outgoing): Promise<Answer> {
  const start = performance.now()
  const response = await fetch(url, { method, headers, body, credentials: 'omit', cache: 'no-store' })
  const text = await response.text()
  const parsed = parse(text)
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    body: parsed === undefined ? text : JSON.stringify(parsed, null, 2),
    milliseconds: Math.round(performance.now() - start),
    token: response.ok ? findToken(parsed) : undefined
  }
}

/** The five APIs answer the token itself, or hold it as `access_token` or `token`, alone or in `data`. */
function findToken(body: unknown): string | undefined {
  if (typeof body === 'string') return body.replace(/^bearer /i, '')
  if (typeof body !== 'object' || body === null) return undefined
  const { access_token, token, data } = body as Record<string, unknown>
  const held = access_token ?? token
  return typeof held === 'string' ? findToken(held) : findToken(typeof data === 'object' ? data : undefined)
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
