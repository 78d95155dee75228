import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import argon2 from 'argon2'
import bcrypt from 'bcrypt'
import type { AccountRow, Realm } from '../../src/realms/realm.js'
import { backOfficeRealm } from '../../src/realms/back-office.js'
import { userLoginRealm } from '../../src/realms/user-login.js'
import { PASSWORD, freshName, signedUp } from '../support/accounts.js'
import { HASHED_PASSWORD, WRONG_HASHES } from '../support/hashes.js'
import { useServer, type TestServer } from '../support/server.js'
import { traitsOf } from '../apis/index.js'

interface Imported {
  kind: string
  password: string
  hash: string
}

/** Hashes that other software made (PHP's manual), and hashes of other costs and schemes. */
async function importedHashes(): Promise<Imported[]> {
  const bcryptHash = await bcrypt.hash(PASSWORD, 4)
  const cheap = { memoryCost: 1_024, timeCost: 3, parallelism: 2 }
  return [
    {
      kind: '$2a$ of PHP',
      password: 'rasmuslerdorf',
      hash: '$2a$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi'
    },
    {
      kind: '$2y$ of PHP',
      password: 'rasmuslerdorf',
      hash: '$2y$10$.vGA1O9wmRjrwAVXD98HNOgsNpDczlqm3Jq7KnEd1rVAGv3Fykk1a'
    },
    { kind: '$2b$', password: PASSWORD, hash: bcryptHash },
    { kind: 'argon2i', password: PASSWORD, hash: await argon2.hash(PASSWORD, { ...cheap, type: argon2.argon2i }) },
    { kind: 'argon2id', password: PASSWORD, hash: await argon2.hash(PASSWORD, { ...cheap, type: argon2.argon2id }) }
  ]
}

const OWN_SCHEME = { bcrypt: /^\$2b\$10\$/, argon2i: /^\$argon2i\$v=19\$m=19456,t=3,p=1\$/ }

for (const realm of [backOfficeRealm, userLoginRealm] as unknown as Realm[]) {
  describe(`an imported hash in ${realm.name}`, () => {
    const server = useServer({ APIS: realm.name, HASH_COST: 'full' })
    const login = (name: string, password: string) => traitsOf[realm.name].login(server.client, name, password)

    it('lets log in, is made anew in the scheme of the realm, and then stays', async () => {
      for (const { kind, password, hash } of await importedHashes()) {
        const { name } = await importAccount(server, realm, hash)
        assert.equal((await login(name, password)).status, 200, kind)
        const made = await storedHash(server, realm, name)
        assert.notEqual(made, hash, kind)
        assert.match(made, OWN_SCHEME[realm.hash], kind)
        assert.equal((await login(name, password)).status, 200, kind)
        assert.equal(await storedHash(server, realm, name), made, kind)
      }
    })

    it('refuses a wrong password and stays as it is', async () => {
      for (const { kind, password, hash } of await importedHashes()) {
        const { name } = await importAccount(server, realm, hash)
        for (const wrong of [`${password}x`, password.toUpperCase(), 'wrong']) {
          assert.equal((await login(name, wrong)).status, 400, kind)
        }
        assert.equal(await storedHash(server, realm, name), hash, kind)
      }
    })

    it('refuses every password where the hash is of no known form or costs too much, and logs the account', async () => {
      const unknown = ['', PASSWORD, '$1$abc$def', '5f4dcc3b5aa765d61d8327deb882cf99', '$argon2id$broken']
      for (const hash of [...unknown, ...Object.values(WRONG_HASHES).map(({ hash }) => hash)]) {
        const { id, name } = await importAccount(server, realm, hash)
        for (const password of [PASSWORD, HASHED_PASSWORD]) {
          server.logged.length = 0
          assert.equal((await login(name, password)).status, 400, hash)
          const warnings = server.logged.filter((line) => line.includes('no password can match'))
          assert.deepEqual(
            warnings.map((line) => JSON.parse(line).account),
            [id]
          )
        }
      }
    })
  })
}

/** An account of the realm whose stored hash is this one. */
async function importAccount(server: TestServer, realm: Realm, hash: string): Promise<AccountRow> {
  const { account } = await signedUp(server, realm, { name: freshName('imported') })
  await server
    .db(realm.table)
    .where({ id: account.id })
    .update({ [realm.columns.passwordHash]: hash })
  return account
}

async function storedHash(server: TestServer, realm: Realm, name: string): Promise<string> {
  const row = await server
    .db(realm.table)
    .where({ [realm.columns.name]: name })
    .first({ hash: realm.columns.passwordHash })
  return row.hash
}
