import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong createRole', () => {
  const server = useServer({ APIS: 'julong' })
  const create = async (json: unknown) =>
    server.client.post(`${BASE}/roles`, { token: await administratorToken(server), json })

  it('creates a role, its description being optional', async () => {
    const { status, body } = await create({ roleName: '审计员', roleDesc: '管理用户', roleId: 0 })
    assert.equal(status, 201)
    const { roleId, ...data } = body.data
    assert.ok(roleId > 30)
    assert.deepEqual(
      { data, meta: body.meta },
      { data: { roleName: '审计员', roleDesc: '管理用户' }, meta: { message: '创建成功', status: 201 } }
    )
    for (const [index, roleDesc] of [undefined, null].entries()) {
      const without = await create({ roleName: `编辑 ${index}`, roleDesc })
      assert.deepEqual([without.status, without.body.data.roleDesc], [201, ''])
    }
  })

  it('refuses a name that a role has, whatever its case, width and surrounding space', async () => {
    assert.equal((await create({ roleName: 'Editors' })).status, 201)
    for (const roleName of ['Editors', 'EDITORS', ' editors　', 'Ｅditors', '超级管理员']) {
      assertRefused(await create({ roleName }), 422, '角色名称已存在')
    }
    const answers = await Promise.all([1, 2, 3].map(() => create({ roleName: 'at once' })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422])
  })

  it('refuses a body that breaks its schema', async () => {
    for (const json of [{}, { roleName: '' }, { roleName: ' ' }, { roleName: 'x', roleDesc: 'x'.repeat(201) }]) {
      assertRefused(await create(json), 422, '请求参数错误')
    }
  })
})
