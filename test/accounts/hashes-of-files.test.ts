import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNames } from '../../src/accounts/realm.js'
import { realmNamed } from '../../src/accounts/realms.js'
import { realmContext } from '../../src/context.js'
import { createLineReader } from '../../src/transfer/format.js'
import { importBatch } from '../../src/transfer/import.js'
import { freshEmail } from '../support/accounts.js'
import { GOOD_HASHES, HASHED_PASSWORD, WRONG_HASHES } from '../support/hashes.js'
import { useServer } from '../support/server.js'
import { LOGINS } from '../support/sessions.js'

describe('a hash from a file', () => {
  const server = useServer()

  for (const api of realmNames) {
    const read = createLineReader(api)
    const lineOf = (name: string, hash: string) => JSON.stringify({ name, password_hash: hash })

    it(`of a known kind lets its owner log in to ${api}`, async () => {
      const context = realmContext(server.context, realmNamed(api))
      for (const [kind, hash] of Object.entries(GOOD_HASHES)) {
        const name = freshEmail()
        const account = read(lineOf(name, hash))
        assert.ok(typeof account !== 'string', kind)
        await importBatch(context, name, [{ line: 1, account }])
        assert.notEqual((await LOGINS[api](server.client, name, `${HASHED_PASSWORD}x`)).status, 200, kind)
        assert.equal((await LOGINS[api](server.client, name, HASHED_PASSWORD)).status, 200, kind)
      }
    })

    it(`that cannot be checked, or at what cost, is refused for ${api}, with the reason`, () => {
      for (const [kind, { hash, reason }] of Object.entries(WRONG_HASHES)) {
        assert.equal(read(lineOf('user@example.com', hash)), `password_hash ${reason}`, kind)
      }
    })
  }
})
