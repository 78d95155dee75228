import { REQUEST_ID } from './request-id.js'
import type { Call, Operation } from './operation.js'

const FORM = 'application/x-www-form-urlencoded'
const ON_A_PAGE = typeof location !== 'undefined'

/** The address without a slash at its end. Throws where no request can be sent to it. */
export function checkedBaseUrl(baseUrl: string | undefined): string {
  if (!baseUrl) {
    if (ON_A_PAGE) return ''
    throw new Error("baseUrl is missing. Give the address of the server: { baseUrl: 'https://api.example.com' }.")
  }
  if (!isAddress(baseUrl)) {
    const path = ON_A_PAGE ? ', or a path from the root of this site' : ''
    throw new Error(
      `baseUrl is no address of a server: ${baseUrl}. Give one that begins with http:// or https://${path}, without user, query and fragment.`
    )
  }
  return baseUrl.replace(/\/+$/, '')
}

function isAddress(baseUrl: string): boolean {
  if (ON_A_PAGE && /^\/[^?#\s]*$/.test(baseUrl)) return true
  try {
    return /^https?:\/\/[^/?#\s]+(\/[^?#\s]*)?$/i.test(baseUrl) && new Request(baseUrl).url !== ''
  } catch {
    return false
  }
}

/** The request to this operation; its own headers give way to `headers`. */
export function buildRequest(
  baseUrl: string,
  { method, path, form }: Operation,
  { path: parameters = {}, query = {}, body, signal, requestId }: Call,
  token: string | undefined,
  headers: Record<string, string>
): Request {
  const filled = path.replace(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])))
  const search = pairs(query)
  const type = form ? FORM : 'application/json'
  const all = new Headers({
    ...(body !== undefined && { 'Content-Type': type }),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(requestId !== undefined && { [REQUEST_ID]: requestId })
  })
  for (const name of Object.keys(headers)) all.set(name, String(headers[name]))
  return new Request(`${baseUrl}${filled}${search && `?${search}`}`, {
    method,
    headers: all,
    ...(body !== undefined && { body: form ? pairs(body as Record<string, unknown>) : JSON.stringify(body) }),
    ...(signal && { signal })
  })
}

/** Names and values as a query and a form have them. */
function pairs(values: Record<string, unknown>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .join('&')
}
