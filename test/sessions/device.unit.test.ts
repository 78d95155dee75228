import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deviceOf } from '../../src/sessions/device.js'

const DEVICES: [userAgent: string | null, device: string | null][] = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Chrome 131, Windows 10'
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari 17, iOS 17.5'
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128, Linux'],
  ['curl/8.5.0', 'curl 8.5.0'],
  ['python-requests/2.31.0', 'python-requests 2.31.0'],
  ['node', null],
  ['<script>alert(1)</script>', null],
  ['', null],
  [null, null]
]

describe('a User-Agent in words', () => {
  for (const [userAgent, device] of DEVICES) {
    it(String(userAgent), () => assert.equal(deviceOf(userAgent), device))
  }
})
