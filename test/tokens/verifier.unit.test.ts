import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { tmsRealm, type TmsAccount } from '../../src/realms/tms.js'
import { deriveKeys } from '../../src/tokens/keys.js'
import { signToken } from '../../src/tokens/token.js'
import { createTokenVerifier } from '../../src/tokens/verifier.js'

const keys = deriveKeys('tms', 'a secret of thirty-two bytes at least')
const account = { id: 7, name: 'someone', generation: 3 } as TmsAccount
const DAY_MS = 24 * 3_600_000

describe('a token whose signature is remembered', () => {
  it('is accepted again until it expires', () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() })
    try {
      const verify = createTokenVerifier(tmsRealm, keys)
      const text = signToken(tmsRealm, keys, account)
      const first = verify(text)
      assert.ok('token' in first && first.token.accountId === 7 && first.token.generation === 3)
      assert.deepEqual(verify(text), first)
      mock.timers.tick(DAY_MS - 1_000)
      assert.deepEqual(verify(text), first)
      mock.timers.tick(1_000)
      assert.deepEqual(verify(text), { problem: 'expired' })
      assert.deepEqual(verify(text, { ignoreExpiration: true }), first)
      assert.deepEqual(verify(text), { problem: 'expired' })
    } finally {
      mock.timers.reset()
    }
  })

  it('does not make another token with the same signature valid', () => {
    const verify = createTokenVerifier(tmsRealm, keys)
    const text = signToken(tmsRealm, keys, account)
    assert.ok('token' in verify(text))
    assert.deepEqual(verify(`${text.slice(0, -2)}AA`), { problem: 'invalid' })
    assert.ok('token' in verify(signToken(tmsRealm, keys, { ...account, id: 8 })))
    assert.deepEqual(createTokenVerifier(tmsRealm, deriveKeys('tms', 'another secret of 32 bytes at least'))(text), {
      problem: 'invalid'
    })
  })
})
