import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { flawOfUrl } from '../../src/webhooks/url.js'

describe('the address of a webhook', () => {
  const good = ['https://hooks.example/a?b=c', 'http://localhost:8080/', 'http://127.0.0.1:1/', 'http://[::1]:80/x']
  for (const url of good) {
    it(`may be ${url}`, () => {
      assert.equal(flawOfUrl(url, false), undefined)
    })
  }

  const plain = ['http://hooks.example/', 'http://127.0.0.1.example/', 'http://10.0.0.1/', 'http://localhost.example/']
  for (const url of plain) {
    it(`may be ${url} with --insecure only`, () => {
      assert.match(flawOfUrl(url, false)!, /--insecure/)
      assert.equal(flawOfUrl(url, true), undefined)
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
    it(`is not ${url}`, () => {
      assert.equal(typeof flawOfUrl(url, true), 'string')
    })
  }
})
