import { target, type CollectedRequest, type Collection } from './model.js'
import { afterResponse, beforeRequest, type Dialect } from './script.js'

const DIALECT: Dialect = {
  body: 'res.getBody()',
  status: 'res.getStatus()',
  get: (name) => `bru.getVar('${name}')`,
  set: (name, value) => `bru.setVar('${name}', ${value})`,
  clear: (name) => `bru.setVar('${name}', '')`,
  test: 'test',
  assert: (condition, message) => `expect(Boolean(${condition}), '${message}').to.equal(true)`
}

/** A collection as Bruno exports and imports it, in one file. */
export function brunoCollection({ title, description, settings, saved, requests }: Collection): string {
  const values = [...Object.entries(settings), ...saved.map((name): [string, string] => [name, ''])].map(
    ([name, value]) => variable(name, value)
  )
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
  const { name, description, method, query, authorized, needs } = request
  const skips = needs.map((name) => `if (!${DIALECT.get(name)}) bru.runner.skipRequest()`)
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
      script: { req: [...beforeRequest(DIALECT, request), ...skips].join('\n') },
      tests: afterResponse(DIALECT, request).join('\n'),
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
