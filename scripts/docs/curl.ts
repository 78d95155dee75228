import type { DocumentedOperation } from './model.js'

/** A placeholder for the address of the server; the page puts the real one in its place. */
export const ORIGIN = 'http://127.0.0.1:8000'

/** The operation as a command, with the contract's examples. */
export function curlSample(operation: DocumentedOperation, origin = ORIGIN): string {
  const { method, json, security } = operation
  const parts = [method === 'GET' ? 'curl' : `curl -X ${method}`, quote(origin + pathOf(operation))]
  if (security.length > 0) parts.push('-H "Authorization: Bearer $TOKEN"')
  if (json !== undefined) parts.push("-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(json))}`)
  for (const { name, example } of operation.fields.filter((field) => field.in === 'form')) {
    parts.push(`--data-urlencode ${quote(`${name}=${example}`)}`)
  }
  const command = [parts.slice(0, 2).join(' '), ...parts.slice(2)].join(' \\\n  ')
  return security.length > 0 ? `TOKEN='登录所得的令牌'\n${command}` : command
}

/** The path with the examples of its parameters, and the query parameters that must be there. */
function pathOf({ path, fields }: DocumentedOperation): string {
  const valued = (place: string): [string, string][] =>
    fields.filter((field) => field.in === place && field.required).map(({ name, example }) => [name, String(example)])
  const query = new URLSearchParams(valued('query')).toString()
  const filled = valued('path').reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path
  )
  return query === '' ? filled : `${filled}?${query}`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
