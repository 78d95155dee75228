import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalName } from '../../src/realms/names.js'

const VARIANTS: Record<string, (name: string) => string> = {
  upper: (name) => name.toUpperCase(),
  lower: (name) => name.toLowerCase(),
  NFC: (name) => name.normalize('NFC'),
  NFD: (name) => name.normalize('NFD'),
  NFKC: (name) => name.normalize('NFKC'),
  NFKD: (name) => name.normalize('NFKD'),
  padded: (name) => ` ${name}\u3000\t`,
  canonical: canonicalName
}

describe('canonicalName', () => {
  for (const [form, variant] of Object.entries(VARIANTS)) {
    it(`is the same for the ${form} form, of any name`, () => {
      const names = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
      const same = fc.property(names, (name) => assert.equal(canonicalName(variant(name)), canonicalName(name)))
      fc.assert(same, { numRuns: 2_000, seed: 1 })
    })

    it(`is the same for the ${form} form, of any character`, () => {
      for (let code = 1; code <= 0xffff; code += 1) {
        const character = String.fromCharCode(code)
        if (!character.isWellFormed()) continue
        assert.equal(canonicalName(variant(character)), canonicalName(character), `U+${code.toString(16)}`)
      }
    })
  }

  it('keeps names apart that only look alike', () => {
    assert.notEqual(canonicalName('admin'), canonicalName('аdmin'))
    assert.notEqual(canonicalName('rose'), canonicalName('rosé'))
  })
})
