import { expression, target, type CollectedRequest, type Collection } from './model.js'

/** An `.http` file as JetBrains' HTTP client and httpYac read it. */
export function httpFile({ title, settings, requests }: Collection): string {
  const variables = Object.entries(settings).map(([name, value]) => `@${name} = ${value}`)
  return [`# ${title}`, ...variables, ...requests.map(section)].join('\n') + '\n'
}

function section(request: CollectedRequest): string {
  const { name, method, authorized, json, form, saves } = request
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
  const head = [
    '',
    `### ${name}`,
    `${method} {{baseUrl}}${target(request)}`,
    ...(authorized ? ['Authorization: Bearer {{token}}'] : []),
    ...(json === undefined && form === undefined ? [] : [`Content-Type: ${type}`])
  ]
  const body =
    json === undefined ? form?.map(([key, value]) => `${key}=${value}`).join('&') : JSON.stringify(json, null, 2)
  return [...head, ...(body === undefined ? [] : ['', body]), ...saving(saves)].join('\n')
}

function saving(saves: Record<string, string>): string[] {
  const lines = Object.entries(saves).map(
    ([name, pointer]) => `  client.global.set('${name}', ${expression('response.body', pointer)})`
  )
  return lines.length === 0 ? [] : ['', '> {%', ...lines, '%}']
}
