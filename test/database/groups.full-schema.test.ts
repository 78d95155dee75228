import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { accountGroups } from '../../src/accounts/counts.js'
import { readConfig } from '../../src/config/config.js'
import { connect, type Database } from '../../src/database/connection/connect.js'
import { migrateOnce } from '../../src/database/migrations/migrate.js'
import { backOfficeRealm } from '../../src/realms/back-office.js'
import { julongRealm } from '../../src/realms/julong.js'
import { wasteSortingRealm } from '../../src/realms/waste-sorting.js'
import { countTasks } from '../../src/tasks/count.js'
import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { migrateUntil } from '../support/earlier-schema.js'

describe('accounts and tasks of a database from before they were counted by groups', () => {
  let place: TestDatabase
  let database: Database
  let db: Knex
  before(async () => {
    place = await emptyDatabase()
    database = await connect(readConfig(place.env))
    await database.withoutTimeouts(async (patient) => {
      await migrateUntil(patient, '0014-groups')
      await fill(patient)
      assert.deepEqual(await migrateOnce(patient), ['0014-groups'])
    })
    db = database.db
  })
  after(async () => {
    await database.close()
    await place.remove()
  })

  it('are counted, those of before and those that come later', async () => {
    await assertGroups(1)
    await fill(db, 'later')
    await assertGroups(2)
  })

  async function assertGroups(times: number): Promise<void> {
    for (const [realm, accounts, points] of [
      [julongRealm, 3, 0],
      [wasteSortingRealm, 3, 500],
      [backOfficeRealm, 3, 0]
    ] as const) {
      const groups = await accountGroups(db, realm)
      const summed = groups.reduce((sum, group) => [sum[0]! + group.accounts, sum[1]! + group.points], [0, 0])
      assert.deepEqual(summed, [accounts * times, points * times], realm.name)
      assert.equal(groups.find(({ disabled }) => disabled === true)?.accounts, times)
    }
    const [todo] = await countTasks(db, 'status', {})
    assert.deepEqual(todo, { key: '待办', tasks: 4 * times, price: 6 * times })
    assert.deepEqual(await countTasks(db, 'type', {}), [{ key: '', tasks: 4 * times, price: 6 * times }])
  }
})

/** Four accounts of each realm, one of them disabled and one removed, and four tasks. */
async function fill(db: Knex, prefix = ''): Promise<void> {
  const four = `from (values (1, false, null), (2, false, null), (3, true, null), (4, false, now())) v (n, d, r)`
  await db.raw(`
    insert into julong.users (username, canonical_name, password_hash, disabled, removed_at)
      select '${prefix}' || n, '${prefix}' || n, '', d, r::timestamptz ${four};
    insert into waste_sorting.users (username, canonical_name, password_hash, points, disabled, removed_at)
      select '${prefix}' || n, '${prefix}' || n, '', case n when 2 then 500 when 4 then 9 else 0 end, d, r::timestamptz ${four};
    insert into back_office.admins (id, name, canonical_name, password_hash, disabled, removed_at)
      select '${prefix}' || n, '${prefix}' || n, '${prefix}' || n, '', d, r::timestamptz ${four};
    insert into tms.users (username, canonical_name, password_hash)
      select '${prefix}' || n, '${prefix}' || n, '' ${four};
    insert into tms.tasks (description, price, publisher_id)
      select 'x', n - 1, (select min(id) from tms.users) ${four};
  `)
}
