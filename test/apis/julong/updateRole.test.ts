import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, FORBIDDEN, NOBODY, roleWith, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong updateRole', () => {
  const server = useServer({ APIS: 'julong' })
  const update = async (id: number, json: unknown, token?: string) =>
    server.client.put(`${BASE}/roles/${id}`, { token: token ?? (await administratorToken(server)), json })

  it('changes name and description, and keeps a description that is left out', async () => {
    const id = await roleWith(server)
    const { status, body } = await update(id, { roleName: '审计员', roleDesc: '查看' })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: { roleId: id, roleName: '审计员', roleDesc: '查看' },
      meta: { message: '更新成功', status: 200 }
    })
    assert.equal((await update(id, { roleName: '审计' })).body.data.roleDesc, '查看')
    for (const roleDesc of ['', null]) {
      await update(id, { roleName: '审计', roleDesc: '查看' })
      assert.equal((await update(id, { roleName: '审计', roleDesc })).body.data.roleDesc, '')
    }
  })

  it('refuses the name of another role, and keeps its own', async () => {
    const id = await roleWith(server)
    assertRefused(await update(id, { roleName: '用户管理员' }), 422, '角色名称已存在')
    const { body } = await server.client.get(`${BASE}/roles/${id}`, { token: await administratorToken(server) })
    assert.equal((await update(id, { roleName: body.data.roleName.toUpperCase() })).status, 200)
  })

  it('lets a super administrator rename role 0', async () => {
    assert.equal((await update(0, { roleName: '超级管理员' })).status, 200)
  })

  it('refuses a role that is not there, and a body that breaks its schema', async () => {
    assertRefused(await update(NOBODY, { roleName: 'x' }), 404, '角色不存在')
    for (const json of [{}, { roleName: '' }, { roleDesc: 'x' }]) {
      assertRefused(await update(30, json), 422, '请求参数错误')
    }
  })

  it('refuses a role with a right that the caller lacks', async () => {
    const { account, token } = await userWith(server, 'roles:update')
    const higher = await roleWith(server, 'users:remove')
    for (const id of [higher, 0]) assertRefused(await update(id, { roleName: 'x' }, token), 403, FORBIDDEN)
    assert.equal((await update(account.role_id, { roleName: 'x' }, token)).status, 200)
  })
})
