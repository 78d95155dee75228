import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { removeAccount } from '../../src/accounts/administration.js'
import { pageOfAccounts } from '../../src/accounts/listing/list.js'
import { realmNames } from '../../src/config/realm-names.js'
import type { Realm } from '../../src/realms/realm.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { person } from '../security/support/people.js'
import { useServer } from '../support/server.js'

describe('the database of a realm', () => {
  const server = useServer()

  for (const name of realmNames) {
    const realm = realmNamed(name)

    it(`${name}: has the tables and views that the realm names, with the columns that accounts have`, async () => {
      const columns = ['id', 'name', 'disabled', 'generation', 'role_id', 'created_at', 'updated_at', 'version']
      await server.db(realm.accounts).first(columns)
      await server.db(realm.callers).first(columns)
      const { passwordHash, name: nameColumn } = realm.columns
      await server.db(realm.table).first('id', nameColumn, passwordHash, 'canonical_name', 'removed_at')
      if (realm.profile !== undefined) await server.db(realm.profile.table).first(realm.profile.key)
      if (realm.profile !== undefined) await server.db(realm.accounts).first(realm.profile.columns)
      if (realm.roles !== undefined && 'table' in realm.roles) await server.db(realm.roles.table).first('id', 'name')
      if (realm.searchTexts !== undefined) await server.db(realm.searchTexts).first('id', 'text')
    })

    it(`${name}: ${realm.counts === undefined ? 'totals are counted' : 'triggers count'}, and pages follow`, async () => {
      const before = await totals(realm)
      const made = [await person(server, name), await person(server, name), await person(server, name)]
      await removeAccount(realmContext(server.context, realm), made[0]!.id)
      const after = await totals(realm)
      assert.deepEqual(after, { ...after, listed: before.listed + 2, there: before.listed + 2 })
      if (realm.counts !== undefined) assert.equal(after.counted, after.there)
      const page = { page: 1, size: after.listed }
      const { rows } = await pageOfAccounts(server.db, realm, page)
      const expected: unknown[] = await server.db(realm.accounts).orderBy('id').pluck('id')
      assert.deepEqual(
        rows.map(({ id }) => id),
        expected
      )
    })
  }

  it('lists and counts a realm of integer ids that names no counts', async () => {
    const uncounted: Realm = { ...realmNamed('julong') }
    delete uncounted.counts
    const { listed, there } = await totals(uncounted)
    assert.ok(there > 0)
    assert.equal(listed, there)
  })

  /** How many accounts a page tells, how many there are, and how many the triggers have counted. */
  async function totals(realm: Realm): Promise<{ listed: number; there: number; counted: number | undefined }> {
    const { total } = await pageOfAccounts(server.db, realm, { page: 1, size: 1 })
    const { rows } = await server.db.raw(`select count(*)::integer as there from ${realm.accounts}`)
    const counted =
      realm.counts === undefined
        ? undefined
        : Number((await server.db(realm.counts).where({ realm: realm.name }).sum({ sum: 'accounts' }))[0]!.sum)
    return { listed: total, there: rows[0].there, counted }
  }
})
