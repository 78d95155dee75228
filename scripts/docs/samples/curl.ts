import { TOKEN, type SampleRequest } from './request.js'

/** The request as a command. */
export function curlSample({ method, url, needsToken, json, form }: SampleRequest): string {
  const parts = [`${method === 'GET' ? 'curl' : `curl -X ${method}`} ${quote(url)}`]
  if (needsToken) parts.push('-H "Authorization: Bearer $TOKEN"')
  if (json !== undefined) parts.push("-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(json))}`)
  for (const [name, value] of form) parts.push(`--data-urlencode ${quote(`${name}=${value}`)}`)
  const command = parts.join(' \\\n  ')
  return needsToken ? `TOKEN='${TOKEN}'\n${command}` : command
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
