import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  administratorToken,
  assertRefused,
  BASE,
  FORBIDDEN,
  NOBODY,
  roleWith,
  userOf,
  userWith
} from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong grantRoleRights', () => {
  const server = useServer({ APIS: 'julong' })
  const grant = async (id: number, rids: unknown, token?: string) =>
    server.client.post(`${BASE}/roles/${id}/rights`, {
      token: token ?? (await administratorToken(server)),
      json: { rids }
    })
  const held = async (id: number): Promise<number[]> =>
    server.db('julong.role_rights').where({ role_id: id }).orderBy('right_id').pluck('right_id')

  it('replaces the rights of a role by those listed', async () => {
    const id = await roleWith(server, 'rights:read')
    const { status, body } = await grant(id, '125,110,131')
    assert.equal(status, 200)
    assert.deepEqual(body, { data: null, meta: { message: '更新成功', status: 200 } })
    assert.deepEqual(await held(id), [110, 125, 131])
    await grant(id, '')
    assert.deepEqual(await held(id), [])
  })

  it('grants the rights above a listed one with it, each once', async () => {
    const id = await roleWith(server)
    await grant(id, '131,132,131,112')
    assert.deepEqual(await held(id), [103, 110, 112, 125, 131, 132])
  })

  it('ignores empty elements of the list, and blanks around those that are not', async () => {
    const id = await roleWith(server)
    for (const rids of [',125,110,131', ' 131 , ', '131,,', '125, 110, 131']) {
      assert.equal((await grant(id, rids)).status, 200, rids)
      assert.deepEqual(await held(id), [110, 125, 131])
    }
    for (const rids of [',', ' ', ' , ,']) {
      assert.equal((await grant(id, rids)).status, 200, rids)
      assert.deepEqual(await held(id), [])
    }
  })

  it('holds for the very next request of those who have the role', async () => {
    const { account, token } = await userWith(server)
    const read = () => server.client.get(`${BASE}/rights/list`, { token })
    assertRefused(await read(), 403, FORBIDDEN)
    await grant(account.role_id, '147')
    assert.equal((await read()).status, 200)
    await grant(account.role_id, '')
    assertRefused(await read(), 403, FORBIDDEN)
  })

  it('leaves one of two lists that are granted at once, whole', async () => {
    const id = await roleWith(server)
    await Promise.all([grant(id, '131'), grant(id, '112')])
    const rights = (await held(id)).join()
    assert.ok(['110,125,131', '103,112'].includes(rights), rights)
  })

  it('refuses a role or a right that is not there, and changes nothing then', async () => {
    assertRefused(await grant(NOBODY, '125'), 404, '角色不存在')
    const id = await roleWith(server, 'rights:read')
    assertRefused(await grant(id, '125,999'), 404, '权限不存在')
    assert.deepEqual(await held(id), [103, 112, 147])
  })

  it('refuses a list that is none', async () => {
    for (const rids of ['x', '125 110', '1e2', '125,x', '0', '-1', 125, null, [125], '9999999999']) {
      assertRefused(await grant(30, rids), 422, '请求参数错误')
    }
  })

  it('refuses role 0', async () => {
    assertRefused(await grant(0, '125'), 403, '不能删除超级管理员角色或更改其权限')
  })

  it('refuses rights that the caller lacks, for their own role too', async () => {
    const { account, token } = await userWith(server, 'roles:grant', 'rights:read')
    const other = await roleWith(server)
    for (const id of [account.role_id, other]) assertRefused(await grant(id, '147,132', token), 403, FORBIDDEN)
    assert.deepEqual(await held(other), [])
    assert.equal((await grant(other, '147', token)).status, 200)
  })

  it('refuses a role that holds rights which the caller lacks, even to keep or to take them', async () => {
    const { token } = await userWith(server, 'roles:grant')
    const higher = await roleWith(server, 'users:remove')
    const { account: superior } = await userOf(server, higher)
    for (const rids of ['', '132']) assertRefused(await grant(higher, rids, token), 403, FORBIDDEN)
    assertRefused(await grant(0, '', token), 403, FORBIDDEN)
    assert.deepEqual(await held(superior.role_id), [110, 125, 132])
  })
})
