import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import argon2 from 'argon2'
import bcrypt from 'bcrypt'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { freshEmail } from '../support/accounts.js'
import { bring } from '../support/import.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { traitsOf } from '../apis/index.js'

/** 81 bytes: bcrypt takes 72. */
const LONG = '密'.repeat(27)

describe('an account imported with the argon2 hash of a password of 81 bytes', () => {
  const server = useServer()
  let hash: string
  before(async () => {
    hash = await argon2.hash(LONG, { type: argon2.argon2id, memoryCost: 1024, timeCost: 2, parallelism: 4 })
  })

  const imported = async (realm: RealmName): Promise<string> => {
    const name = freshEmail()
    assert.equal((await bring(server, realm, [{ name, password_hash: hash }])).imported, 1)
    return name
  }

  for (const realm of realmNames) {
    it(`logs in to ${realm} with all of it, again and again`, async () => {
      const name = await imported(realm)
      for (let round = 0; round < 2; round += 1) await login(server.client, realm, name, LONG)
      for (const wrong of [LONG.slice(0, 24), `${LONG}x`]) {
        assert.ok((await traitsOf[realm].login(server.client, name, wrong)).status >= 400)
      }
    })
  }

  it('changes it in waste-sorting to one that bcrypt takes', async () => {
    const name = await imported('waste-sorting')
    const token = await login(server.client, 'waste-sorting', name, LONG)
    const change = (current_password: string, new_password: string) =>
      server.client.put('/api/auth/change_password', { token, json: { current_password, new_password } })
    assert.equal((await change(`${LONG}x`, 'next')).status, 400)
    assert.equal((await change(LONG, LONG)).status, 400)
    assert.equal((await change(LONG, 'next')).status, 200)
    await login(server.client, 'waste-sorting', name, 'next')
  })

  for (const path of ['/api/users/reset_password', '/api/users/reset-password']) {
    it(`resets it by ${path}, to another long one too`, async () => {
      const email = await imported('user-login')
      const reset = (old_password: string, new_password: string) =>
        server.client.post(path, { json: { email, old_password, new_password } })
      assert.equal((await reset(`${LONG}x`, 'next')).status, 400)
      assert.equal((await reset(LONG, `${LONG}y`)).status, 200)
      await login(server.client, 'user-login', email, `${LONG}y`)
    })
  }
})

describe('an account imported with the bcrypt hash of a password of 81 bytes', () => {
  const server = useServer()

  for (const realm of realmNames) {
    it(`logs in to ${realm} with its first 72 bytes, and with nothing longer`, async () => {
      const name = freshEmail()
      const record = { name, password_hash: await bcrypt.hash(LONG, 4) }
      assert.equal((await bring(server, realm, [record])).imported, 1)
      for (const longer of [LONG, `${LONG.slice(0, 24)}x`]) {
        assert.ok((await traitsOf[realm].login(server.client, name, longer)).status >= 400)
      }
      for (let round = 0; round < 2; round += 1) await login(server.client, realm, name, LONG.slice(0, 24))
    })
  }
})
