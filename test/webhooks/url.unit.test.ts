import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { flawOfUrl } from '../../src/webhooks/url.js'

describe('the address of a webhook', () => {
  const good = [
    'https://hooks.example/a?b=c',
    'http://localhost:8080/',
    'https://hooks.example:8443/',
    'http://127.0.0.1:4/',
    'http://[::1]:80/x'
  ]
  for (const url of good) {
    it(`may be ${url}`, async () => {
      assert.equal(await flawOfUrl(url, false), undefined)
    })
  }

  const plain = ['http://hooks.example/', 'http://127.0.0.1.example/', 'http://10.0.0.1/', 'http://localhost.example/']
  for (const url of plain) {
    it(`may be ${url} with --insecure only`, async () => {
      assert.match((await flawOfUrl(url, false))!, /--insecure/)
      assert.equal(await flawOfUrl(url, true), undefined)
    })
  }

  const bad = [
    'hooks.example',
    'ftp://hooks.example/',
    'file:///etc/passwd',
    'https://a:b@hooks.example/',
    'https://hooks.example/#a'
  ]
  for (const url of bad) {
    it(`is not ${url}`, async () => {
      assert.equal(typeof (await flawOfUrl(url, true)), 'string')
    })
  }

  it('has no port that fetch never connects to', async () => {
    for (const url of ['https://hooks.example:25/', 'http://127.0.0.1:6000/']) {
      const { port } = new URL(url)
      assert.equal(
        await flawOfUrl(url, false),
        `has a port that fetch refuses, which belongs to another protocol: ${port}`
      )
    }
  })
})
