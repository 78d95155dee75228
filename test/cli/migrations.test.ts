import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { migrations } from '../../src/database/migrations/index.js'
import { databaseWithoutAccounts, emptyDatabase, removeOwnTemplate } from '../support/database.js'
import { admin, outcome } from './run.js'

const names = Object.keys(migrations)

describe('admin migrations, admin undo-migration', () => {
  after(removeOwnTemplate)

  it('prints each migration with its state, and applies none', async () => {
    for (const [made, state] of [
      [emptyDatabase(), 'pending'],
      [databaseWithoutAccounts(), 'applied']
    ] as const) {
      const database = await made
      const { code, stdout } = outcome(await admin('migrations', database))
      const cells = stdout.map((line) => line.split('\t').slice(0, 2))
      assert.deepEqual([code, ...cells], [0, ['migration', 'state'], ...names.map((name) => [name, state])])
      await database.remove()
    }
  })

  it('refuses to undo any but the newest', async () => {
    const database = await databaseWithoutAccounts()
    const { code, stderr } = outcome(await admin('undo-migration --name 0001-shared', database))
    assert.deepEqual([code, stderr], [1, [`cannot run: the newest migration is ${names.at(-1)}, not 0001-shared`]])
    assert.equal((await admin('undo-migration', database)).code, 2)
    await database.remove()
  })
})
