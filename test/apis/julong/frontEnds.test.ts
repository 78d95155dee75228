import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'
import { frontEnds, type FrontEnd, type Sent } from './front-ends.js'

type Values = Record<string, number | string>

/** `{user}` alone becomes the id, a number; in a longer text its digits. */
function fill(value: unknown, values: Values): unknown {
  if (typeof value === 'string') {
    const [, alone] = /^\{(\w+)\}$/.exec(value) ?? []
    return alone === undefined ? value.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`) : values[alone]
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, values)]))
}

function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data)
}

function assertReads(data: unknown, reads: NonNullable<Sent['reads']>, values: Values, request: string): void {
  for (const [path, expected] of Object.entries(reads)) {
    const value = at(data, path)
    if (typeof expected === 'function') assert.equal(Object(value).constructor, expected, `${request}: ${path}`)
    else assert.equal(value, fill(expected, values), `${request}: ${path}`)
  }
}

describe('julong with JULONG_STATUS=body, requests recorded of front ends', () => {
  const server = useServer({ APIS: 'julong', JULONG_STATUS: 'body' })

  async function replay({ requests, emptyBody }: FrontEnd): Promise<void> {
    const values: Values = { name: freshName() }
    let authorization = 'null'
    for (const { send, status, keep = {}, reads = {} } of requests) {
      const [method, path, json] = send.map((part) => fill(part, values)) as Sent['send']
      const noBody = method === 'PUT' && json === undefined && emptyBody !== undefined
      const headers = { authorization, ...(noBody && { 'content-type': emptyBody }) }
      const request = `${method} ${path}`
      const answer = await server.client.request(method, `${BASE}/${path}`, {
        headers,
        json,
        ...(noBody && { raw: '' })
      })
      const { data, meta } = answer.body
      assert.deepEqual([answer.status, meta.status], [200, status], `${request}: ${meta.msg}`)
      assert.equal(typeof meta.msg, 'string')
      assertReads(data, reads, values, request)
      for (const [name, where] of Object.entries(keep)) values[name] = at(data, where) as number
      if (path === 'login' && status === 200) authorization = data.token
    }
  }

  for (const frontEnd of frontEnds) it(frontEnd.name, () => replay(frontEnd))
})
