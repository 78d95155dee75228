import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { findByName } from '../../src/accounts/find.js'
import { realmNamed } from '../../src/realms/realms.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { beginEnrolment, enrol } from '../support/second-factor.js'
import { startServerOn } from '../support/server.js'
import { admin, outcome } from './run.js'

type Work = typeof enrol | typeof beginEnrolment

async function withFactor(database: TestDatabase, give: Work, name: string): Promise<void> {
  const server = await startServerOn(database, { APIS: 'julong' })
  const account = await findByName(server.db, realmNamed('julong'), name)
  await give(server, 'julong', account!.id)
  await server.stop()
}

describe('admin and second factors', () => {
  after(removeOwnTemplate)

  it('has an account without one refused in words by remove-second-factor', async () => {
    const database = await copyOfTemplate()
    const remove = async () => outcome(await admin('remove-second-factor --realm julong --name ADMIN', database))
    const refused = { code: 1, stdout: [], stderr: ['account ADMIN of julong has no second factor'] }
    assert.deepEqual(await remove(), refused)
    await withFactor(database, enrol, 'admin')
    assert.equal((await remove()).code, 0)
    await withFactor(database, beginEnrolment, 'admin')
    assert.deepEqual(await remove(), refused)
    await database.remove()
  })

  it('has export say how many accounts have one, which is not exported', async () => {
    const database = await copyOfTemplate()
    const words = async (realm: string) => outcome(await admin(`export --realm ${realm}`, database)).stderr
    assert.deepEqual(await words('julong'), ['1 exported'])
    await withFactor(database, enrol, 'admin')
    assert.deepEqual(await words('julong'), [
      '1 exported',
      '1 account(s) have a second factor, which is not exported: where the file is imported, they log in with the ' +
        'password alone until they enable one again'
    ])
    assert.equal((await words('tms')).length, 1)
    await database.remove()
  })
})
