import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Knex } from 'knex'
import type { MigrationName } from '../../src/database/migrations/index.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { beforeMigration } from '../support/earlier-schema.js'

const NAMES: MigrationName = '0012-julong-role-names'
const RENUMBERING: MigrationName = '0010-julong-rights'
/** Rights of version 0.1.0, and what allows the same now. */
const MEANING: Record<string, string[]> = {
  'roles:read': ['roles:list', 'roles:read'],
  'roles:grant': ['roles:grant', 'roles:revoke']
}

/** The codes of the rights that each role holds, as the server reads them for a caller. */
async function codesByRole(db: Knex): Promise<Map<number, string[]>> {
  const rows: { id: number; codes: string[] }[] = await db('julong.roles as o')
    .where('o.id', '>', 0)
    .select('o.id')
    .select(
      db.raw(`array(select code from julong.role_rights g join julong.rights r on r.id = g.right_id
        where g.role_id = o.id and code is not null order by code) as codes`)
    )
  return new Map(rows.map(({ id, codes }) => [id, codes]))
}

async function addRoles(db: Knex): Promise<void> {
  const ids: number[] = await db('julong.rights').orderBy('id').pluck('id')
  const sets = [[125, 110, 131], ids, ...ids.map((id) => [id]), ids.filter((id) => id % 2 === 0)]
  for (const [index, set] of sets.entries()) {
    const role = { id: 100 + index, name: `role ${index}` }
    await db('julong.roles').insert(role)
    await db('julong.role_rights').insert(set.map((right_id) => ({ role_id: role.id, right_id })))
  }
}

describe('the roles of julong after an upgrade', () => {
  it('are allowed what they were allowed before their rights were renumbered, and nothing else', () =>
    beforeMigration(RENUMBERING, async (db) => {
      await addRoles(db)
      const before = await codesByRole(db)
      await migrate(db)
      const expected = [...before].map(([id, codes]) => [id, codes.flatMap((code) => MEANING[code] ?? [code]).sort()])
      assert.ok(expected.length > 15)
      const now = [...(await codesByRole(db))].map(([id, codes]) => [id, codes.toSorted()])
      assert.deepEqual(now, expected)
      const ofSample: number[] = await db('julong.role_rights').where({ role_id: 100 }).pluck('right_id')
      assert.deepEqual(ofSample.sort(), [110, 125, 131, 136])
    }))

  it('have names of their own: the first of several keeps the name, the others get their number behind it', () =>
    beforeMigration(NAMES, async (db) => {
      const names = ['编辑', 'Editor', 'EDITOR', '编辑', 'editor (42)', '编辑 ']
      await db('julong.roles').insert(names.map((name, index) => ({ id: 40 + index, name })))
      await migrate(db)
      assert.deepEqual(await db('julong.roles').where('id', '>=', 40).orderBy('id').pluck('name'), [
        ...['编辑', 'Editor', 'EDITOR (42)', '编辑 (43)', 'editor (42) (44)', '编辑  (45)']
      ])
    }))
})
