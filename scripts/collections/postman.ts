import { expression, target, type CollectedRequest, type Collection } from './model.js'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** A collection for Postman, in its format 2.1, which many other programs read too. */
export function postmanCollection({ title, description, settings, saved, requests }: Collection): string {
  const variables = Object.entries({ ...settings, ...saved }).map(([key, value]) => ({ key, value, type: 'string' }))
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
  const { name, description, method, authorized, json, saves } = request
  return {
    name,
    ...(Object.keys(saves).length > 0 && { event: [saving(saves)] }),
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

function saving(saves: Record<string, string>): object {
  const lines = Object.entries(saves).map(
    ([name, pointer]) => `  pm.collectionVariables.set('${name}', ${expression('pm.response.json()', pointer)})`
  )
  const exec = ['if (pm.response.code < 300) {', ...lines, '}']
  return { listen: 'test', script: { type: 'text/javascript', exec } }
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
