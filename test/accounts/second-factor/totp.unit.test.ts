import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret } from 'otpauth'
import { addressOf, newSecret, stepOf } from '../../../src/accounts/second-factor/totp.js'

/** RFC 6238, appendix B: the secret of SHA-1, and seconds since 1970 with the last six of the eight digits. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32
const VECTORS: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130']
]
const STEP = 30

describe('codes of authenticator apps', () => {
  for (const [seconds, code] of VECTORS) {
    it(`are those of RFC 6238: ${code} at ${seconds} s`, () => {
      assert.equal(stepOf(SECRET, code, seconds * 1000), Math.floor(seconds / STEP))
    })
  }

  it('are accepted one step early or late, and not two', () => {
    const [seconds, code] = VECTORS[1]!
    const step = Math.floor(seconds / STEP)
    for (const [late, taken] of [
      [-2, undefined],
      [-1, step],
      [1, step],
      [2, undefined]
    ] as const) {
      assert.equal(stepOf(SECRET, code, (seconds + late * STEP) * 1000), taken, `${late} steps`)
    }
  })

  it('of another secret, or in another form, are refused', () => {
    const at = VECTORS[1]![0] * 1000
    for (const code of ['081805', '81804', '0081804', '', 'abcdef']) {
      assert.equal(stepOf(SECRET, code, at), undefined, code)
    }
  })

  it('may have blanks and full-width digits, as input methods write them', () => {
    const [seconds, code] = VECTORS[1]!
    for (const typed of [` ${code} `, '081 804', '０８１８０４'])
      assert.equal(stepOf(SECRET, typed, seconds * 1000), Math.floor(seconds / STEP))
  })

  it('have secrets of 160 bits, each another one', () => {
    assert.match(newSecret(), /^[A-Z2-7]{32}$/)
    assert.notEqual(newSecret(), newSecret())
  })

  it('have an address that names issuer, account and secret', () => {
    const { protocol, host, pathname, searchParams } = new URL(
      addressOf({ issuer: '矩龙管理后台', name: 'a:b c@d', secret: SECRET })
    )
    assert.deepEqual([protocol, host], ['otpauth:', 'totp'])
    assert.equal(decodeURIComponent(pathname), '/矩龙管理后台:a:b c@d')
    assert.deepEqual(Object.fromEntries(searchParams), {
      issuer: '矩龙管理后台',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: '6',
      period: '30'
    })
  })
})
