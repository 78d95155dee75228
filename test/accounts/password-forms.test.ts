import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import argon2 from 'argon2'
import bcrypt from 'bcrypt'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { freshName, signedUp } from '../support/accounts.js'
import { useServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'

const NFC = 'Pass-Wörd é 한'.normalize('NFC')
const NFD = NFC.normalize('NFD')
/** 81 bytes. */
const LONG = '密'.repeat(27)

describe('a password', () => {
  const server = useServer()
  const tryLogin = async (realm: RealmName, name: string, password: string) =>
    (await traitsOf[realm].login(server.client, name, password)).status
  const setHash = (realm: RealmName, name: string, hash: string) => {
    const { table, columns } = realmNamed(realm)
    return server
      .db(table)
      .where({ [columns.name]: name })
      .update({ [columns.passwordHash]: hash })
  }
  const hashOf = async (realm: RealmName, name: string): Promise<string> => {
    const { table, columns } = realmNamed(realm)
    return (
      await server
        .db(table)
        .where({ [columns.name]: name })
        .first({ hash: columns.passwordHash })
    ).hash
  }

  for (const realm of realmNames) {
    it(`of ${realm} is the same in every Unicode form, whichever it was set in`, async () => {
      for (const set of [NFC, NFD]) {
        const { account } = await signedUp(server, realmNamed(realm), { password: set })
        for (const tried of [NFC, NFD]) assert.equal(await tryLogin(realm, account.name, tried), 200)
        assert.ok((await tryLogin(realm, account.name, `${NFD}x`)) >= 400)
        // What is stored is the hash of the normal form.
        const hash = await hashOf(realm, account.name)
        assert.ok(hash.startsWith('$2') ? await bcrypt.compare(NFC, hash) : await argon2.verify(hash, NFC))
      }
    })

    it(`of ${realm} that was set as typed before is still taken as typed`, async () => {
      const { account } = await signedUp(server, realmNamed(realm))
      await setHash(realm, account.name, await bcrypt.hash(NFD, 4))
      assert.ok((await tryLogin(realm, account.name, NFC)) >= 400)
      assert.equal(await tryLogin(realm, account.name, NFD), 200)
    })

    it(`of ${realm} that is longer than bcrypt takes logs in where its hash is argon2, again and again`, async () => {
      const { account } = await signedUp(server, realmNamed(realm))
      await setHash(realm, account.name, await argon2.hash(LONG, { memoryCost: 1024, timeCost: 2 }))
      for (let round = 0; round < 2; round += 1) assert.equal(await tryLogin(realm, account.name, LONG), 200)
      assert.equal(await tryLogin(realm, account.name, LONG.slice(0, 24)), await tryLogin(realm, account.name, 'wrong'))
    })

    it(`of ${realm} that is wrong and too long gets the same response for every kind of hash and for an unknown account`, async () => {
      const answers = []
      for (const hash of [
        await bcrypt.hash(LONG, 4),
        await argon2.hash(`${LONG}x`, { memoryCost: 1024, timeCost: 2 })
      ]) {
        const { account } = await signedUp(server, realmNamed(realm))
        await setHash(realm, account.name, hash)
        answers.push(await traitsOf[realm].login(server.client, account.name, LONG))
      }
      answers.push(await traitsOf[realm].login(server.client, `${freshName()}@example.com`, LONG))
      for (const { status, body } of answers) {
        assert.equal(status, answers[0]!.status)
        assert.deepEqual(body, answers[0]!.body)
      }
      assert.ok(answers[0]!.status >= 400)
    })

    it(`of ${realm} is tried up to 1,024 bytes`, async () => {
      const { account } = await signedUp(server, realmNamed(realm))
      const longest = 'x'.repeat(1024)
      await setHash(realm, account.name, await argon2.hash(longest, { memoryCost: 1024, timeCost: 2 }))
      assert.equal(await tryLogin(realm, account.name, longest), 200)
      await setHash(realm, account.name, await argon2.hash(`${longest}x`, { memoryCost: 1024, timeCost: 2 }))
      assert.ok([400, 422].includes(await tryLogin(realm, account.name, `${longest}x`)))
    })
  }

  it('is limited by the length of its normal form when it is set', async () => {
    const set = (password: string) =>
      server.client.post('/api/auth/register', { json: { username: freshName(), password } })
    // 75 bytes as typed, 50 in the normal form; and 72 as typed, 144 in a normal form that is longer.
    assert.equal((await set('e\u0301'.repeat(25))).status, 201)
    assert.equal((await set('\u0958'.repeat(24))).status, 400)
  })
})
