import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNames } from '../../src/config/realm-names.js'
import { freshEmail } from '../support/accounts.js'
import { GOOD_HASHES, HASHED_PASSWORD, WRONG_HASHES } from '../support/hashes.js'
import { bring } from '../support/import.js'
import { useServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'

describe('a hash from a file', () => {
  const server = useServer()

  for (const api of realmNames) {
    it(`of a known kind lets its owner log in to ${api}`, async () => {
      for (const [kind, hash] of Object.entries(GOOD_HASHES)) {
        const name = freshEmail()
        assert.equal((await bring(server, api, [{ name, password_hash: hash }])).imported, 1, kind)
        assert.notEqual((await traitsOf[api].login(server.client, name, `${HASHED_PASSWORD}x`)).status, 200, kind)
        assert.equal((await traitsOf[api].login(server.client, name, HASHED_PASSWORD)).status, 200, kind)
      }
    })

    it(`that cannot be checked, or at what cost, is refused for ${api}, with the reason`, async () => {
      const wrong = Object.values(WRONG_HASHES)
      const accounts = wrong.map(({ hash }) => ({ name: freshEmail(), password_hash: hash }))
      assert.deepEqual(
        (await bring(server, api, accounts)).reasons,
        wrong.map(({ reason }, index) => `${index + 1}: password_hash ${reason}`)
      )
    })
  }
})
