import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong createRole', () => {
  const server = useServer({ APIS: 'julong' })
  const create = async (json: unknown) =>
    server.client.post(`${BASE}/roles`, { token: await administratorToken(server), json })

  it('creates a role, its description being optional and its name not unique', async () => {
    const { status, body } = await create({ roleName: '用户管理员', roleDesc: '管理用户', roleId: 0 })
    assert.equal(status, 201)
    const { roleId, ...data } = body.data
    assert.ok(roleId > 30)
    assert.deepEqual(
      { data, meta: body.meta },
      { data: { roleName: '用户管理员', roleDesc: '管理用户' }, meta: { message: '创建成功', status: 201 } }
    )
    const again = await create({ roleName: '用户管理员' })
    assert.deepEqual([again.status, again.body.data.roleDesc], [201, ''])
  })

  it('refuses a body that breaks its schema', async () => {
    for (const json of [{}, { roleName: '' }, { roleName: ' ' }, { roleName: 'x', roleDesc: 'x'.repeat(201) }]) {
      assertRefused(await create(json), 422, '请求参数错误')
    }
  })
})
