import { javaScript, literal, type Json } from './literal.js'
import { TOKEN, type SampleRequest } from './request.js'

/** The request as a module for browsers and Node. */
export function fetchSample({ method, url, needsToken, json, form }: SampleRequest): string {
  const headers = [
    ...(needsToken ? ['Authorization: `Bearer ${token}`'] : []),
    ...(json === undefined ? [] : ["'Content-Type': 'application/json'"])
  ]
  const body = json === undefined ? Object.fromEntries(form) : json
  const data = literal(body as Json, javaScript, javaScript.indent)
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}'`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(', ')} }`]),
    ...(json === undefined ? [] : [`body: JSON.stringify(${data})`]),
    ...(form.length === 0 ? [] : [`body: new URLSearchParams(${data})`])
  ]
  const second = options.length === 0 ? '' : `, {\n  ${options.join(',\n  ')}\n}`
  return [
    ...(needsToken ? [`const token = '${TOKEN}'`] : []),
    `const response = await fetch('${url}'${second})`,
    'console.log(response.status, await response.json())'
  ].join('\n')
}
