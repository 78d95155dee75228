import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { originOf } from '../../src/server/origin.js'

describe('originOf', () => {
  it('is an address that a browser takes', () => {
    const origins = ['127.0.0.1', '0.0.0.0', '::', '::1', 'fe80::1', 'example.com'].map((host) => originOf(host, 8000))
    assert.deepEqual(origins, [
      'http://127.0.0.1:8000',
      'http://localhost:8000',
      'http://localhost:8000',
      'http://[::1]:8000',
      'http://[fe80::1]:8000',
      'http://example.com:8000'
    ])
    for (const origin of origins) assert.equal(new URL(origin).origin, origin)
  })
})
