import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apisUnderTest } from '../http/api-under-test.js'
import { useMock } from '../support/mock.js'

describe('the mock as a site', () => {
  const mock = useMock()

  it('has the documentation, and leads browsers there', async () => {
    const index = await fetch(`${mock.origin}/`, { headers: { accept: 'text/html' } })
    assert.equal(index.url, `${mock.origin}/docs/`)
    assert.equal(index.status, 200)
    for (const { name } of apisUnderTest) {
      const page = await fetch(`${mock.origin}/docs/${name}/`)
      assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8'])
    }
    const facts = (await (await fetch(`${mock.origin}/docs/server.json`)).json()) as { apis: string[] }
    assert.deepEqual(
      facts.apis,
      apisUnderTest.map(({ name }) => name)
    )
  })

  it('has the contracts as YAML and JSON, with its own address', async () => {
    for (const { name, operations } of apisUnderTest) {
      const document = (await (await fetch(`${mock.origin}/openapi/${name}.json`)).json()) as {
        paths: Record<string, object>
        servers: { url: string }[]
      }
      assert.deepEqual(Object.keys(document.paths), [...new Set(operations.map(({ path }) => path))])
      assert.ok(document.servers[0]!.url.startsWith(mock.origin))
      const yaml = await fetch(`${mock.origin}/openapi/${name}.yaml`)
      assert.equal(yaml.headers.get('content-type'), 'application/yaml; charset=utf-8')
      assert.match(await yaml.text(), /^openapi: /)
    }
  })
})
