import { target, type CollectedRequest, type Collection } from './model.js'
import { afterResponse, beforeRequest, type Dialect } from './script.js'

const DIALECT: Dialect = {
  body: 'response.body',
  status: 'response.status',
  get: (name) => `client.global.get('${name}')`,
  set: (name, value) => `client.global.set('${name}', ${value})`,
  clear: (name) => `client.global.clear('${name}')`,
  test: 'client.test',
  assert: (condition, message) => `client.assert(${condition}, '${message}')`
}

/** An `.http` file as JetBrains' HTTP client and httpYac read it. */
export function httpFile({ title, settings, requests }: Collection): string {
  const variables = Object.entries(settings).map(([name, value]) => `@${name} = ${value}`)
  return [`# ${title}`, ...variables, ...requests.map(section)].join('\n') + '\n'
}

function section(request: CollectedRequest): string {
  const { name, method, authorized, json, form } = request
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
  const head = [
    '',
    `### ${name}`,
    ...script('<', beforeRequest(DIALECT, request)),
    `${method} {{baseUrl}}${target(request)}`,
    ...(authorized ? ['Authorization: Bearer {{token}}'] : []),
    ...(json === undefined && form === undefined ? [] : [`Content-Type: ${type}`])
  ]
  const body =
    json === undefined ? form?.map(([key, value]) => `${key}=${value}`).join('&') : JSON.stringify(json, null, 2)
  const after = script('>', afterResponse(DIALECT, request))
  return [...head, ...(body === undefined ? [] : ['', body]), '', ...after].join('\n')
}

function script(sign: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${sign} {%`, ...lines.map((line) => `  ${line}`), '%}']
}
