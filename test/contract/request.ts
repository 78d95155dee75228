import type { CaseRequest } from './case.js'
import type { DocumentedOperation, Parameter } from './documented.js'

export interface PreparedRequest {
  path: string
  headers: Record<string, string>
  body: string
}

/** The request of a case; what it leaves out comes from the contract's examples. */
export function prepareRequest(operation: DocumentedOperation, request: CaseRequest): PreparedRequest {
  const path = fillPath(operation.path, { ...examplesIn(operation, 'path'), ...request.path })
  const query = new URLSearchParams(asTexts(request.query ?? examplesIn(operation, 'query'))).toString()
  const headers = {
    accept: 'application/json',
    ...(operation.body && { 'content-type': operation.body.mediaType }),
    ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
    ...lowerCaseKeys(request.headers ?? {})
  }
  return { path: query === '' ? path : `${path}?${query}`, headers, body: bodyOf(operation, request) }
}

function examplesIn({ parameters }: DocumentedOperation, place: Parameter['in']): Record<string, unknown> {
  return Object.fromEntries(parameters.filter((p) => p.in === place).map(({ name, example }) => [name, example]))
}

function fillPath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
}

function bodyOf(operation: DocumentedOperation, { raw, body }: CaseRequest): string {
  if (raw !== undefined) return raw
  if (operation.body === undefined) return ''
  const value = body ?? operation.body.example
  if (operation.body.mediaType !== 'application/x-www-form-urlencoded') return JSON.stringify(value)
  return new URLSearchParams(asTexts(value as object)).toString()
}

function asTexts(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}

function lowerCaseKeys(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
