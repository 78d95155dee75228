import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { patientConnection } from '../../src/database/connection/postgres.js'
import { databaseWithoutAccounts, emptyDatabase, migrations, removeOwnTemplate } from '../support/database.js'
import { startServerOn } from '../support/server.js'
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
    const { code, stderr } = outcome(await admin(`undo-migration --name ${names[0]}`, database))
    assert.deepEqual([code, stderr], [1, [`cannot run: the newest migration is ${names.at(-1)}, not ${names[0]}`]])
    assert.equal((await admin('undo-migration', database)).code, 2)
    await database.remove()
  })

  const oneSession = process.env.DATABASE_URL === undefined && 'the embedded database has one session'
  it('name the cause where a database only reads, without the statement', { skip: oneSession }, async () => {
    const database = await databaseWithoutAccounts()
    const readOnly = { env: { ...database.env, DATABASE_URL: readOnlyUrl(database.env.DATABASE_URL!) } }
    const { code, stderr } = outcome(await admin(`undo-migration --name ${names.at(-1)}`, readOnly))
    assert.deepEqual([code, stderr.length], [1, 1])
    assert.match(stderr[0]!, /^cannot run: cannot execute [A-Z ]+ in a read-only transaction$/)
    const created = outcome(await admin('create --realm tms --name someone --generate', readOnly))
    assert.deepEqual(created.stderr.at(-1), 'the database does not answer, or takes no changes; try again')
    await database.remove()
  })

  it(
    'refuses to undo one that a running server knows, and lets servers of the version before run',
    { skip: oneSession },
    async () => {
      const database = await databaseWithoutAccounts()
      const older = patientConnection(`${database.env.DATABASE_URL}?application_name=quintet%20${names.at(-2)}`)
      await older.raw('select 1')
      const server = await startServerOn(database)
      const undo = async () => outcome(await admin(`undo-migration --name ${names.at(-1)}`, database))
      const { code, stderr } = await undo()
      assert.equal(code, 1)
      assert.match(
        stderr.join('\n'),
        new RegExp(
          `^cannot run: servers of the version that has ${names.at(-1)} are connected \\(\\d+ sessions\\): stop them first$`
        )
      )
      await server.stop()
      assert.deepEqual((await undo()).stderr, [`${names.at(-1)}: undone`])
      await older.destroy()
      await database.remove()
    }
  )
})

function readOnlyUrl(url: string): string {
  return `${url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`
}
