import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inChinese, readDictionary } from '../../scripts/docs/chinese.js'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'

describe('the Chinese of the documentation', () => {
  for (const name of realmNames) {
    it(`has every English text of ${name}, and none that is no longer there`, () => {
      const dictionary = readDictionary(name)
      const missing: string[] = []
      const translated = inChinese(readContract(name), dictionary, (text) => missing.push(text))
      assert.deepEqual(missing, [], `to be added to docs/zh/${name}.yaml`)
      const said = JSON.stringify(translated)
      const unused = [...dictionary.values()].filter((text) => !said.includes(JSON.stringify(text)))
      assert.deepEqual(unused, [], `to be removed from docs/zh/${name}.yaml`)
    })
  }

  it('leaves examples as they are', () => {
    const dictionary = new Map([['One role.', '一个角色。']])
    const document = { description: 'One role.', example: { description: 'One role.' } }
    assert.deepEqual(inChinese(document, dictionary), { ...document, description: '一个角色。' })
  })
})
