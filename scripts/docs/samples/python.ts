import { literal, python, type Json } from './literal.js'
import { TOKEN, type SampleRequest } from './request.js'

/** The request as a script with the package `requests`. */
export function pythonSample({ method, url, needsToken, json, form }: SampleRequest): string {
  const data = (value: unknown): string => literal(value as Json, python, python.indent)
  const parts = [
    JSON.stringify(url),
    ...(needsToken ? ['headers={"Authorization": f"Bearer {token}"}'] : []),
    ...(json === undefined ? [] : [`json=${data(json)}`]),
    ...(form.length === 0 ? [] : [`data=${data(Object.fromEntries(form))}`])
  ]
  const call = parts.length === 1 ? parts[0] : `\n${parts.map((part) => `    ${part},\n`).join('')}`
  return [
    'import requests  # pip install requests',
    '',
    ...(needsToken ? [`token = "${TOKEN}"`] : []),
    `response = requests.${method.toLowerCase()}(${call})`,
    'print(response.status_code, response.json())'
  ].join('\n')
}
