import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { backOfficeRealm } from '../../src/realms/back-office.js'
import { julongRealm } from '../../src/realms/julong.js'
import { foldForSearch } from '../../src/database/fold.js'
import { freshName, signedUp } from '../support/accounts.js'
import { administratorToken, BASE } from '../support/julong.js'
import { useServer } from '../support/server.js'

const MANY = 6_000
/** More than a page may have, and fewer than a fifth of all. */
const CROWD = 1_100
const TEXTS = [
  ...['user', 'USER', '@example.com', '99', 'r1', '9', '.', '@'],
  ...['999', 'crowd', 'user77', '1342599', 'r123', 'user1234@', 'user1234@example.com', 'com13', '0134'],
  ...['50%_', '%', '_', 'a\\b', '\\', 'o\u001f', 'o\u001ft', '1\u001f1', '\u001f', 'use\u001f'],
  ...['İstanbul', 'istanbul', 'STRASSE', 'straße', 'ΣΊΣΥΦΟΣ', 'σίσυφος', 'Σ', 'ÄRGER', 'ärger', '小明同学', '小明'],
  ...[
    'ｕｓｅｒ７７',
    'e\u0301clair',
    'ÉCLAIR',
    'дмитрий',
    'ДМИТ',
    'ΟΔΟΣ',
    'οδος',
    'δοσα',
    'ﬁsh',
    'FISH',
    'i̇stan',
    '①②③',
    '123'
  ],
  ...['😀😀😀', '😀', 'user😀', '   ', 'nobody has this']
]
const ODD = [
  '50%_off',
  'a\\b',
  'to\u001ftal',
  'İstanbul',
  'straße',
  'ΣΊΣΥΦΟΣ',
  'Ärger',
  'Éclair',
  'e\u0301clair2',
  'Дмитрий',
  'ΟΔΟΣ',
  'ΟΔΟΣΑ',
  'Ｕｓｅｒ７７',
  'ﬁsh',
  '①②③',
  '会飞的小明同学',
  'user😀😀😀',
  'a   b'
]

const skip = process.env.DATABASE_URL === undefined && 'the embedded database runs one statement at a time'

/** Each ten in one transaction. */
async function addInTens(db: Knex, name: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await db.raw(
      `insert into julong.users (username, canonical_name, password_hash)
       select ? || '0x' || i, ? || '0x' || i, '' from generate_series(?::integer, ?::integer) i`,
      [name, name, time * 10, time * 10 + 9]
    )
  }
}

describe('a search of accounts', () => {
  const server = useServer({ APIS: 'julong,back-office' })
  let token: string

  const found = async (text: string, pagenum = 1, pagesize = 20) => {
    const query = `pagenum=${pagenum}&pagesize=${pagesize}&query=${encodeURIComponent(text)}`
    const { status, body } = await server.client.get(`${BASE}/user?${query}`, { token })
    assert.equal(status, 200)
    return { total: body.data.total, ids: body.data.users.map(({ id }: { id: number }) => id) }
  }

  /** As names are compared, account for account, by this process. */
  const expected = async (text: string): Promise<number[]> => {
    const folded = foldForSearch(text)
    const rows = await server.db('julong.accounts').select('id', 'name', 'mobile', 'email').orderBy('id')
    return rows
      .filter(({ name, mobile, email }) => [name, mobile, email].some((field) => foldForSearch(field).includes(folded)))
      .map(({ id }) => id)
  }

  async function assertFound(text: string): Promise<void> {
    const ids = await expected(text)
    const behind = Math.ceil(ids.length / 20) + 1
    for (const [page, size] of [
      [1, 20],
      [2, 20],
      [behind, 20],
      [2, 1000]
    ] as const) {
      const of = { total: ids.length, ids: ids.slice((page - 1) * size, page * size) }
      assert.deepEqual(await found(text, page, size), of, `${JSON.stringify(text)}, page ${page}`)
    }
  }

  before(async () => {
    await server.db.raw(
      `insert into julong.users (username, canonical_name, password_hash, mobile, email, removed_at)
       select 'User' || i, 'user' || i, '', (13425990000 + i)::text, 'user' || i || '@Example.com',
         case when i % 7 = 0 then now() end
       from generate_series(1, ?::integer) i`,
      [MANY]
    )
    await server.db.raw(
      `insert into julong.users (username, canonical_name, password_hash, mobile, email)
       select 'crowd' || i, 'crowd' || i, '', '', '' from generate_series(1, ?::integer) i`,
      [CROWD]
    )
    for (const name of ODD) {
      await server.db.raw(
        `insert into julong.users (username, canonical_name, password_hash, mobile, email) values (?, ?, '', '1', ?)`,
        [name, name, `${name}@x.org`]
      )
    }
    // Without it no trigram is known to be frequent, and all texts are looked for in one way.
    await server.db.raw('analyze julong.search_texts')
    token = await administratorToken(server)
  })

  it('finds the spellings of one name in a field, page by page, with the exact total', async () => {
    for (const text of TEXTS) await assertFound(text)
    assert.equal((await found('user')).total > MANY / 2, true)
    assert.equal((await found('crowd', 2, 1000)).ids.length, CROWD - 1000)
    assert.equal((await found('user1234@')).total, 1)
  })

  it('answers the last page number that the contract allows', async () => {
    const [few, many] = [await found('999', 2_147_483_647, 1000), await found('user', 2_147_483_647, 1000)]
    assert.deepEqual([few.ids, many.ids], [[], []])
    assert.deepEqual([few.total, many.total], [(await found('999')).total, (await found('user')).total])
  })

  it('finds an account as it is after each change, and not once it is removed', async () => {
    const name = freshName('mover')
    const { account } = await signedUp(server, julongRealm, { name, values: { mobile: '777666', email: 'a@b.c' } })
    assert.deepEqual((await found(name)).ids, [account.id])
    await server.client.put(`${BASE}/users/${account.id}`, { token, json: { mobile: '888555', email: 'a@moved.org' } })
    assert.deepEqual((await found('777666')).ids, [])
    assert.deepEqual((await found('888555')).ids, [account.id])
    await server.client.delete(`${BASE}/users/${account.id}`, { token })
    assert.deepEqual(await found(name), { total: 0, ids: [] })
  })

  it('counts and finds at one moment, while accounts come ten at a time', { skip }, async () => {
    const seen: { total: number; ids: number[] }[] = []
    let done = false
    const writing = addInTens(server.db, 'zq', 400).finally(() => (done = true))
    const reading = async (): Promise<void> => {
      while (!done) seen.push(await found('zq0'))
    }
    await Promise.all([writing, reading()])
    const torn = seen.filter(({ total, ids }) => total % 10 !== 0 || ids.length !== Math.min(20, total))
    assert.deepEqual([torn, seen.length > 10], [[], true])
    assert.equal((await found('zq0')).total, 4000)
  })

  it('keeps one search text for each account', async () => {
    await server.db.raw(`update julong.users set removed_at = now() where id % 11 = 0 and username like 'User%'`)
    await server.db.raw(`update julong.users set removed_at = null where id % 22 = 0 and username like 'User%'`)
    await server.db.raw(`delete from julong.users where id % 13 = 0 and username like 'User%'`)
    await signedUp(server, backOfficeRealm)
    for (const realm of [julongRealm, backOfficeRealm]) {
      const ids = await server.db(realm.accounts).orderBy('id').pluck('id')
      assert.deepEqual(await server.db(realm.searchTexts!).orderBy('id').pluck('id'), ids)
    }
    for (const text of ['user', 'user77', '1342599']) await assertFound(text)
  })
})
