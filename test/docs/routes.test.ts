import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { realmNames } from '../../src/config/realm-names.js'
import { readSite } from '../../src/docs/site.js'
import { packageRoot } from '../../src/config/package-root.js'
import { startServer, useServer } from '../support/server.js'

describe('the documentation over HTTP', () => {
  const server = useServer()
  const fetchDocs = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(server.origin + path, { redirect: 'manual', ...init })

  it('has a Content-Security-Policy that allows only this server', async () => {
    for (const path of ['/docs/', '/docs/tms/', '/docs/tms/try/', '/docs/nowhere']) {
      const { headers } = await fetchDocs(path)
      const policy = headers.get('Content-Security-Policy') ?? ''
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^;]+; connect-src 'self'/)
      assert.match(policy, /base-uri 'none'; form-action 'none'; frame-ancestors 'none'/)
      assert.doesNotMatch(policy, /unsafe|http|\*/)
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer')
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff')
    }
  })

  it('sends every file compressed as the client can read it, each form with an ETag of its own', async () => {
    const page = await (await fetchDocs('/docs/')).text()
    const [, asset] = /src="(assets\/index\.\w+\.js)"/.exec(page) ?? []
    for (const path of ['/docs/', `/docs/${asset}`, '/openapi/tms.yaml']) {
      const plain = await raw(server.origin + path, { 'Accept-Encoding': 'identity' })
      const br = await raw(server.origin + path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
      const gzip = await raw(server.origin + path, { 'Accept-Encoding': 'gzip' })
      assert.equal(plain.headers['content-encoding'], undefined)
      assert.equal(br.headers['content-encoding'], 'br')
      assert.equal(gzip.headers['content-encoding'], 'gzip')
      assert.deepEqual(brotliDecompressSync(br.body), plain.body)
      assert.deepEqual(gunzipSync(gzip.body), plain.body)
      assert.equal(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size, 3)
      assert.match(br.headers.vary ?? '', /Accept-Encoding/)
    }
  })

  it('makes caches revalidate pages and keep assets', async () => {
    const page = await fetchDocs('/docs/tms/', { headers: { 'Accept-Encoding': 'gzip' } })
    assert.equal(page.headers.get('Cache-Control'), 'no-cache')
    const known = { 'Accept-Encoding': 'gzip', 'If-None-Match': page.headers.get('ETag')! }
    const again = await raw(`${server.origin}/docs/tms/`, known)
    assert.deepEqual([again.statusCode, again.body.length], [304, 0])
    const assets = (await page.text()).match(/assets\/[\w.-]+/g) ?? []
    assert.equal(assets.length, 8)
    for (const path of assets) {
      const asset = await fetchDocs(`/docs/${path}`)
      assert.equal(asset.status, 200)
      assert.equal(asset.headers.get('Cache-Control'), 'public, max-age=31536000, immutable')
    }
  })

  it('redirects a browser from / to the documentation, and answers 404 to other clients', async () => {
    const browsed = await fetchDocs('/', { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
    assert.deepEqual([browsed.status, browsed.headers.get('Location')], [302, 'docs/'])
    for (const Accept of ['*/*', 'application/json']) {
      const { status } = await fetchDocs('/', { headers: { Accept } })
      assert.equal(status, 404, Accept)
    }
  })

  it('answers HEAD as GET, refuses other methods, and leads to folders by relative addresses', async () => {
    const head = await fetchDocs('/docs/', { method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } })
    assert.equal(head.status, 200)
    assert.ok(Number(head.headers.get('Content-Length')) > 1000)
    assert.equal(await head.text(), '')
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await fetchDocs('/docs/', { method })
      assert.equal(refused.status, 405)
      assert.equal(refused.headers.get('Allow'), 'GET, HEAD')
    }
    for (const [path, location] of Object.entries({ '/docs': 'docs/', '/docs/tms/try': 'try/' })) {
      const moved = await fetchDocs(path)
      assert.deepEqual([moved.status, moved.headers.get('Location')], [302, location])
    }
  })

  it('answers 404 as a page to browsers and as JSON to programs', async () => {
    for (const path of [
      '/docs/nowhere',
      '/docs/assets/',
      '/docs/tms/x/y',
      '/docs//',
      '/docs/..%2findex.html',
      '/openapi/x.json'
    ]) {
      const response = await fetchDocs(path)
      assert.equal(response.status, 404, path)
      assert.deepEqual(await response.json(), { message: 'Not Found' })
    }
    const page = await fetchDocs('/docs/tms/x/y', { headers: { Accept: 'text/html' } })
    assert.equal(page.status, 404)
    assert.match(await page.text(), /没有这一页[^]*href="\.\.\/\.\.\/"/)
  })

  it('serves the bundled contracts as JSON and YAML', async () => {
    for (const name of realmNames) {
      const contract = JSON.parse(readFileSync(new URL(`generated/${name}.json`, packageRoot), 'utf8')) as object
      const servers = [
        { url: server.origin, description: 'This server' },
        { url: '..', description: 'Relative to this document' }
      ]
      const bundled = { ...contract, servers }
      const json = await fetchDocs(`/openapi/${name}.json`)
      assert.deepEqual(await json.json(), bundled)
      assert.match(json.headers.get('Content-Type') ?? '', /^application\/json/)
      const yaml = await fetchDocs(`/openapi/${name}.yaml`)
      assert.deepEqual(parse(await yaml.text()), bundled)
      assert.match(yaml.headers.get('Content-Type') ?? '', /^application\/yaml/)
      assert.equal(yaml.headers.get('Access-Control-Allow-Origin'), '*')
    }
  })

  it('has the client package as npm installs it, as it is also where the client takes compressed answers', async () => {
    const { headers, body } = await raw(`${server.origin}/docs/quintet-sdk.tgz`, { 'Accept-Encoding': 'gzip, br' })
    assert.deepEqual([headers['content-type'], headers['content-encoding']], ['application/gzip', undefined])
    const files = gunzipSync(body).toString()
    assert.ok(files.includes('package/package.json'))
    assert.ok(files.includes(readFileSync(new URL('generated/sdk/package.json', packageRoot), 'utf8')))
  })

  it('has a page of every guide that a guide links, in Chinese and in English', async () => {
    const start = await (await fetchDocs('/docs/guides/getting-started/')).text()
    const english = await (await fetchDocs('/docs/guides/getting-started/en/')).text()
    assert.match(start, /<html lang="zh-CN">[^]*<h1>快速开始/)
    assert.match(english, /<html lang="en">[^]*<h1>Getting started/)
    const links = [...(start + english).matchAll(/<li><a href="([^"#]+)"/g)].map(([, href]) => href!)
    assert.ok(links.length > 20)
    for (const link of links.filter((one) => one.startsWith('../../guides/'))) {
      assert.equal((await fetchDocs(`/docs/${link.slice('../../'.length)}`)).status, 200, link)
    }
  })

  it('serves the workflows beside the contracts that they name', async () => {
    for (const name of realmNames) {
      const path = `/openapi/workflows/${name}.yaml`
      const served = await fetchDocs(path)
      const { sourceDescriptions } = parse(await served.text()) as { sourceDescriptions: { url: string }[] }
      const contract = new URL(sourceDescriptions[0]!.url, server.origin + path)
      assert.equal(contract.href, `${server.origin}/openapi/${name}.yaml`)
    }
  })

  it('has the collections that its start page links, with the address of this server', async () => {
    const page = await (await fetchDocs('/docs/')).text()
    const links = [...page.matchAll(/href="\.\.(\/openapi\/[\w.-]+)" download/g)].map(([, path]) => path!)
    assert.equal(links.length, 3 * realmNames.length)
    for (const link of links) {
      const collection = await fetchDocs(link)
      assert.equal(collection.status, 200, link)
      assert.match(collection.headers.get('Content-Type') ?? '', /^(application\/json|text\/plain); charset=utf-8$/)
      assert.ok((await collection.text()).includes(server.origin), link)
    }
  })

  it('names in a contract the address under which a trusted proxy was requested, with its path', async () => {
    const behind = await startServer({ TRUSTED_PROXIES: '1' })
    const headers = {
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Host': 'api.example.com',
      'X-Forwarded-Prefix': '/five/'
    }
    const addressFor = async (origin: string, more: Record<string, string> = {}) => {
      const { body } = await raw(`${origin}/openapi/tms.json`, { ...headers, ...more })
      return (JSON.parse(body.toString()) as { servers: { url: string }[] }).servers[0]?.url
    }
    try {
      assert.equal(await addressFor(behind.origin), 'https://api.example.com/five')
      for (const prefix of ['/"x', '/..', '/five/../x', '/.', '/./x']) {
        const address = await addressFor(behind.origin, { 'X-Forwarded-Prefix': prefix })
        assert.equal(address, 'https://api.example.com', prefix)
      }
      assert.equal(
        await addressFor(behind.origin, { 'X-Forwarded-Prefix': '/.five/v1..2' }),
        'https://api.example.com/.five/v1..2'
      )
      assert.equal(await addressFor(server.origin), server.origin)
    } finally {
      await behind.stop()
    }
  })

  it('shows only the APIs that are served, and is logged as other requests are', async () => {
    const small = await startServer({ APIS: 'tms', SAMPLE_ACCOUNTS: '0' })
    try {
      const facts = await fetch(`${small.origin}/docs/server.json`)
      assert.deepEqual(await facts.json(), { apis: ['tms'], samples: {} })
      const paths = (api: string) => [`/docs/${api}/`, `/openapi/${api}.yaml`, `/openapi/workflows/${api}.yaml`]
      const statuses = [...paths('tms'), ...paths('julong')].map(
        async (path) => (await fetch(small.origin + path)).status
      )
      assert.deepEqual(await Promise.all(statuses), [200, 200, 200, 404, 404, 404])
      assert.equal(small.logged.filter((line) => line.includes('"msg":"request"')).length, 7)
    } finally {
      await small.stop()
    }
  })

  it('is absent with DOCS=0 and where it was never built', async () => {
    const without = await startServer({ DOCS: '0' })
    try {
      for (const path of ['/docs', '/docs/', '/openapi/tms.json']) {
        assert.equal((await fetch(without.origin + path)).status, 404)
      }
    } finally {
      await without.stop()
    }
    assert.equal(readSite('/nowhere'), undefined)
  })
})

/** The response as it travels: `fetch` would unpack it, and ask past caches. */
function raw(url: string, headers: Record<string, string>): Promise<IncomingMessage & { body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Object.assign(response, { body: Buffer.concat(chunks) })))
    }).on('error', reject)
  })
}
