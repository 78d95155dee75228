import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { packageRoot } from '../../src/config/package-root.js'
import { startServer, useServer } from '../support/server.js'

describe('the console over HTTP', () => {
  const server = useServer({ APIS: 'tms,julong', PASSWORD_MIN_LENGTH: '9' })
  const get = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${server.origin}${path}`, { redirect: 'manual', ...init })

  it('may load nothing but from this server, and nothing inline', async () => {
    for (const path of ['/console', '/console/', '/console/theme.js', '/console/server.json', '/console/nowhere']) {
      const policy = (await get(path)).headers.get('Content-Security-Policy')
      assert.equal(
        policy,
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
          "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        path
      )
    }
  })

  it('makes caches revalidate its page and keep its assets, which are compressed', async () => {
    const page = await get('/console/')
    assert.equal(page.headers.get('Cache-Control'), 'no-cache')
    const assets = (await page.text()).match(/assets\/[\w.-]+/g) ?? []
    assert.ok(assets.length > 0)
    for (const path of assets) {
      const asset = await get(`/console/${path}`, { headers: { 'Accept-Encoding': 'br' } })
      assert.equal(asset.headers.get('Cache-Control'), 'public, max-age=31536000, immutable')
      assert.equal(asset.headers.get('Content-Encoding'), 'br')
      const built = readFileSync(new URL(`dist/console/${path}`, packageRoot))
      assert.deepEqual(brotliDecompressSync(readFileSync(new URL(`dist/console/${path}.br`, packageRoot))), built)
    }
  })

  it('has in server.json what it needs to know of the server', async () => {
    const response = await get('/console/server.json')
    assert.equal(response.headers.get('Cache-Control'), 'no-store')
    const { samples, version, ...facts } = (await response.json()) as Record<string, Record<string, unknown[]>>
    assert.deepEqual(facts, { apis: ['tms', 'julong'], passwordMinLength: 9, docs: true })
    assert.deepEqual(samples?.julong, [{ name: 'admin', password: '123456' }])
    const { version: expected } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
      version: string
    }
    assert.equal(version, expected)
  })

  it('leads to its folder, refuses other methods, and answers 404 for what it has not', async () => {
    const moved = await get('/console')
    assert.deepEqual([moved.status, moved.headers.get('Location')], [302, 'console/'])
    for (const path of ['/console/assets/nowhere.js', '/console/julong', '/console/..%2fdocs/index.html']) {
      assert.equal((await get(path)).status, 404, path)
    }
    const refused = await get('/console/', { method: 'POST' })
    assert.deepEqual([refused.status, refused.headers.get('Allow')], [405, 'GET, HEAD'])
  })

  it('is absent with CONSOLE=0, and knows nothing of sample accounts where there are none', async () => {
    const without = await startServer({ CONSOLE: '0' })
    const plain = await startServer({ SAMPLE_ACCOUNTS: '0', DOCS: '0' })
    try {
      assert.equal((await fetch(`${without.origin}/console/`)).status, 404)
      assert.equal((await fetch(`${without.origin}/docs/`)).status, 200)
      const facts = (await (await fetch(`${plain.origin}/console/server.json`)).json()) as object
      assert.deepEqual(facts, { ...facts, samples: {}, docs: false })
    } finally {
      await without.stop()
      await plain.stop()
    }
  })
})
