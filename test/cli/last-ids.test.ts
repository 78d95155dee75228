import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { copyOfTemplate, databaseWithoutAccounts, emptyDatabase, removeOwnTemplate } from '../support/database.js'
import type { TestDatabase } from '../support/database.js'
import { LAST_ID, leaveIds } from '../support/last-ids.js'
import { admin, outcome } from './run.js'

const skip = process.env.DATABASE_URL === undefined && 'there is no PostgreSQL to copy to'
const ROLE = { id: LAST_ID, name: 'the last' }

describe('admin commands with the last ids that there are', () => {
  let database: TestDatabase
  let folder: string
  const run = async (words: string, on = database) => outcome(await admin(words, on))

  before(async () => {
    database = await copyOfTemplate()
    folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
    await withDatabase(database, async (db) => {
      await db('julong.roles').insert(ROLE)
      await leaveIds(db, 'julong.users', 1)
    })
    assert.equal((await run(`create --realm julong --name last --role ${LAST_ID} --generate`)).code, 0)
  })
  after(async () => {
    await Promise.all([database.remove(), rm(folder, { recursive: true })])
    await removeOwnTemplate()
  })

  it('list takes and prints them; a role beyond them is wrong usage, and one that a realm cannot have has nobody', async () => {
    const { stdout } = await run(`list --realm julong --role ${LAST_ID}`)
    assert.deepEqual(
      stdout.slice(1).map((line) => line.split('\t').slice(0, 3)),
      [[String(LAST_ID), 'last', String(LAST_ID)]]
    )
    for (const realm of ['waste-sorting', 'back-office']) {
      const { code, stdout: lines } = await run(`list --realm ${realm} --role ${LAST_ID}`)
      assert.deepEqual([code, lines.length], [0, 1])
    }
    assert.equal((await run('list --realm julong --role 9007199254740992')).code, 2)
    assert.equal((await run('set-role --realm back-office --name viewer --role 2147483648')).code, 1)
  })

  it('create says in one line that none is left, without the statement', async () => {
    const { code, stderr } = await run('create --realm julong --name another --role 0 --generate')
    assert.deepEqual([code, stderr.length], [1, 1])
    assert.match(stderr[0]!, /^cannot run: nextval: reached maximum value of sequence/)
  })

  it('export writes their roles, which import reads from NDJSON and CSV, and no larger ones', async () => {
    for (const format of ['ndjson', 'csv']) {
      const other = await databaseWithoutAccounts()
      await withDatabase(other, (db) => db('julong.roles').insert(ROLE))
      const exported = await admin(`export --realm julong --format ${format}`, database)
      assert.match(exported.stdout, new RegExp(String(LAST_ID)))
      const file = join(folder, `accounts.${format}`)
      await writeFile(file, exported.stdout)
      assert.equal((await run(`import --realm julong --file ${file}`, other)).code, 0)
      await withDatabase(other, async (db) => {
        assert.deepEqual(await db('julong.accounts').where({ name: 'last' }).pluck('role_id'), [LAST_ID])
      })
      await writeFile(file, exported.stdout.replaceAll(String(LAST_ID), '9007199254740993'))
      const refused = await run(`import --realm julong --file ${file}`, other)
      assert.match(refused.stderr.join('\n'), /role_id must be <= 9007199254740991/)
      await other.remove()
    }
  })

  it('copy keeps them, and gives none beyond them', { skip }, async () => {
    const target = await emptyDatabase()
    assert.equal((await run(`copy --to ${target.env.DATABASE_URL}`)).code, 0)
    await withDatabase(target, async (db) => {
      assert.deepEqual(await db('julong.accounts').where({ name: 'last' }).pluck('id'), [LAST_ID])
      await assert.rejects(db('julong.users').insert({ username: 'x', password_hash: '' }), { code: '2200H' })
    })
    await target.remove()
  })
})

async function withDatabase(place: TestDatabase, work: (db: Knex) => Promise<unknown>): Promise<void> {
  const { db, close } = await connect(readConfig(place.env))
  await work(db)
  await close()
}
