import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, FORBIDDEN, NOBODY, roleWith, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong revokeRoleRight', () => {
  const server = useServer({ APIS: 'julong' })
  const revoke = async (roleId: number, rightId: number | string, token?: string) =>
    server.client.delete(`${BASE}/roles/${roleId}/rights/${rightId}`, {
      token: token ?? (await administratorToken(server))
    })

  it('takes a right and answers the tree of what is left', async () => {
    const { status, body } = await revoke(await roleWith(server, 'users:create'), 131)
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: [
        {
          id: 125,
          authName: '用户管理',
          path: 'users',
          pid: 0,
          children: [{ id: 110, authName: '用户列表', path: 'users', pid: 125, children: [] }]
        }
      ],
      meta: { message: '取消权限成功', status: 200 }
    })
  })

  it('takes the rights below it too', async () => {
    const id = await roleWith(server, 'users:create', 'rights:read')
    const { body } = await revoke(id, 125)
    assert.deepEqual(
      body.data.map((node: { id: number }) => node.id),
      [103]
    )
    const left = await server.db('julong.role_rights').where({ role_id: id }).orderBy('right_id').pluck('right_id')
    assert.deepEqual(left, [103, 112, 147])
  })

  it('changes nothing where the role does not hold the right', async () => {
    const id = await roleWith(server)
    const { status, body } = await revoke(id, 131)
    assert.deepEqual([status, body.data], [200, []])
  })

  it('holds for the very next request of those who have the role', async () => {
    const { account, token } = await userWith(server, 'rights:read')
    assert.equal((await server.client.get(`${BASE}/rights/tree`, { token })).status, 200)
    await revoke(account.role_id, 147)
    assertRefused(await server.client.get(`${BASE}/rights/tree`, { token }), 403, FORBIDDEN)
  })

  it('refuses a role or a right that is not there, or is none', async () => {
    assertRefused(await revoke(NOBODY, 131), 404, '角色不存在')
    assertRefused(await revoke(30, 2_147_483_647), 404, '权限不存在')
    assertRefused(await revoke(30, 'x'), 400, '请求参数错误')
  })

  it('refuses role 0', async () => {
    assertRefused(await revoke(0, 131), 403, '不能删除超级管理员角色或更改其权限')
  })

  it('refuses a role that holds rights which the caller lacks', async () => {
    const { token } = await userWith(server, 'roles:revoke')
    const higher = await roleWith(server, 'roles:revoke', 'users:remove')
    for (const right of [135, 132]) assertRefused(await revoke(higher, right, token), 403, FORBIDDEN)
    assertRefused(await revoke(0, 131, token), 403, FORBIDDEN)
  })
})
