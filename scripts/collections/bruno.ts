import { expression, target, type CollectedRequest, type Collection } from './model.js'

/** A collection as Bruno exports and imports it, in one file. */
export function brunoCollection({ title, description, settings, saved, requests }: Collection): string {
  const values = Object.entries({ ...settings, ...saved }).map(([name, value]) => variable(name, value))
  return JSON.stringify(
    {
      name: title,
      version: '1',
      items: requests.map(item),
      root: {
        request: { auth: { mode: 'bearer', bearer: { token: '{{token}}' } }, vars: { req: values } },
        docs: description
      },
      environments: [],
      brunoConfig: { version: '1', name: title, type: 'collection', ignore: [] }
    },
    null,
    2
  )
}

function item(request: CollectedRequest, index: number): object {
  const { name, description, method, query, authorized, saves } = request
  return {
    type: 'http-request',
    name,
    seq: index + 1,
    request: {
      method,
      url: `{{baseUrl}}${target(request)}`,
      headers: [],
      params: query.map(({ name, value, description, sent }) => ({
        name,
        value,
        description,
        type: 'query',
        enabled: sent
      })),
      auth: { mode: authorized ? 'inherit' : 'none' },
      body: body(request),
      vars: {
        res: Object.entries(saves).map(([name, pointer]) => variable(name, expression('res.body', pointer)))
      },
      docs: description
    }
  }
}

function body({ json, form }: CollectedRequest): object {
  if (json !== undefined) return { mode: 'json', json: JSON.stringify(json, null, 2) }
  if (form === undefined) return { mode: 'none' }
  return { mode: 'formUrlEncoded', formUrlEncoded: form.map(([name, value]) => ({ name, value, enabled: true })) }
}

function variable(name: string, value: string): object {
  return { name, value, enabled: true, local: false }
}
