import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, NOBODY } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong getRole', () => {
  const server = useServer({ APIS: 'julong' })
  const get = async (id: number | string) =>
    server.client.get(`${BASE}/roles/${id}`, { token: await administratorToken(server) })

  it('answers a role, role 0 too', async () => {
    const { status, body } = await get(30)
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: { roleId: 30, roleName: '用户管理员', roleDesc: '管理用户' },
      meta: { message: '获取成功', status: 200 }
    })
    assert.equal((await get(0)).body.data.roleName, '超级管理员')
  })

  it('refuses a role that is not there, and what is no role', async () => {
    assertRefused(await get(NOBODY), 404, '角色不存在')
    for (const id of ['-1', 'x']) assertRefused(await get(id), 400, '请求参数错误')
  })
})
