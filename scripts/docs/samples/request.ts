import type { DocumentedOperation } from '../model.js'

/** A placeholder for the address of the server; the page puts the real one in its place. */
export const ORIGIN = 'http://127.0.0.1:8000'

/** A placeholder for the token of whoever reads the sample. */
export const TOKEN = '登录所得的令牌'

/** A request with the contract's examples. */
export interface SampleRequest {
  method: string
  url: string
  needsToken: boolean
  /** A JSON body. */
  json?: unknown
  /** The fields of a form; empty where the body is none. */
  form: [name: string, value: string][]
}

/** The request of an operation, with the query parameters that must be there. */
export function sampleRequest(operation: DocumentedOperation): SampleRequest {
  const { method, path, fields, json, security } = operation
  const valued = (place: string): [string, string][] =>
    fields
      .filter((field) => field.in === place && (field.required || place === 'form'))
      .map(({ name, example }) => [name, String(example)])
  const query = new URLSearchParams(valued('query')).toString()
  const filled = valued('path').reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path
  )
  return {
    method,
    url: ORIGIN + filled + (query === '' ? '' : `?${query}`),
    needsToken: security.length > 0,
    json,
    form: valued('form')
  }
}
