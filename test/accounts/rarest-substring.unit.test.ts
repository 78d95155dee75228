import assert from 'node:assert/strict'
import { it } from 'node:test'
import { rarestSubstring } from '../../src/accounts/search/rarest-substring.js'

it('the rarest substring of a text is its longest one without a frequent trigram', () => {
  const frequent = new Set(['use', 'ser', '134', '342'])
  const parts = Object.entries({
    'user123456@': 'er123456@',
    USER77: 'ER77',
    '1342599': '42599',
    '999': '999',
    小明同学user: '小明同学us',
    '99user123': 'er123',
    user: undefined,
    '@user.': undefined,
    ab: undefined
  })
  for (const [text, part] of parts) assert.equal(rarestSubstring(text, frequent), part, text)
})
