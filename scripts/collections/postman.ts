import { target, type CollectedRequest, type Collection } from './model.js'
import { afterResponse, beforeRequest, type Dialect } from './script.js'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

const DIALECT: Dialect = {
  body: 'pm.response.json()',
  status: 'pm.response.code',
  get: (name) => `pm.collectionVariables.get('${name}')`,
  set: (name, value) => `pm.collectionVariables.set('${name}', ${value})`,
  clear: (name) => `pm.collectionVariables.set('${name}', '')`,
  test: 'pm.test',
  assert: (condition, message) => `pm.expect(${condition}, '${message}').to.be.ok`
}

/** A collection for Postman, in its format 2.1, which many other programs read too. */
export function postmanCollection({ title, description, settings, saved, requests }: Collection): string {
  const variables = [...Object.entries(settings), ...saved.map((name) => [name, ''])].map(([key, value]) => ({
    key,
    value,
    type: 'string'
  }))
  return JSON.stringify(
    {
      info: { name: title, description, schema: SCHEMA },
      auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
      variable: variables,
      item: requests.map(item)
    },
    null,
    2
  )
}

function item(request: CollectedRequest): object {
  const { name, description, method, authorized, json } = request
  return {
    name,
    event: events(request),
    request: {
      method,
      description,
      ...(!authorized && { auth: { type: 'noauth' } }),
      header: json === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }],
      url: url(request),
      ...body(request)
    }
  }
}

function events(request: CollectedRequest): object[] {
  const skips = request.needs.map((name) => `if (!${DIALECT.get(name)}) pm.execution.skipRequest()`)
  const before = [...beforeRequest(DIALECT, request), ...skips]
  return [...(before.length > 0 ? [event('prerequest', before)] : []), event('test', afterResponse(DIALECT, request))]
}

function event(listen: string, exec: string[]): object {
  return { listen, script: { type: 'text/javascript', exec } }
}

function url(request: CollectedRequest): object {
  const { path, query } = request
  return {
    raw: `{{baseUrl}}${target(request)}`,
    host: ['{{baseUrl}}'],
    path: path.split('/').slice(1),
    query: query.map(({ name, value, description, sent }) => ({
      key: name,
      value,
      description,
      ...(!sent && { disabled: true })
    }))
  }
}

function body({ json, form }: CollectedRequest): object {
  if (json !== undefined) {
    const options = { raw: { language: 'json' } }
    return { body: { mode: 'raw', raw: JSON.stringify(json, null, 2), options } }
  }
  if (form === undefined) return {}
  return { body: { mode: 'urlencoded', urlencoded: form.map(([key, value]) => ({ key, value, type: 'text' })) } }
}
