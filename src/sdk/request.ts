import { REQUEST_ID } from './request-id.js'
import type { Call, Operation } from './operation.js'

const FORM = 'application/x-www-form-urlencoded'
const ON_A_PAGE = typeof location !== 'undefined'

/** The address without a slash at its end. */
export function checkedBaseUrl(baseUrl: string | undefined): string {
  if (baseUrl === undefined && !ON_A_PAGE) {
    throw new Error("baseUrl is missing. Give the address of the server: { baseUrl: 'https://api.example.com' }.")
  }
  return (baseUrl ?? '').replace(/\/+$/, '')
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
