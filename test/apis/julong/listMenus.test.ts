import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, userOf, userWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong listMenus', () => {
  const server = useServer({ APIS: 'julong' })
  const menus = (token: string, query = '') => server.client.get(`${BASE}/menus${query}`, { token })

  it('answers a super administrator every menu of two levels, by order', async () => {
    const { status, body } = await menus(await administratorToken(server))
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: [
        {
          id: 125,
          authName: '用户管理',
          path: 'users',
          order: 1,
          children: [{ id: 110, authName: '用户列表', path: 'users', order: 1, children: [] }]
        },
        {
          id: 103,
          authName: '权限管理',
          path: 'rights',
          order: 2,
          children: [
            { id: 111, authName: '角色列表', path: 'roles', order: 1, children: [] },
            { id: 112, authName: '权限列表', path: 'rights', order: 2, children: [] }
          ]
        }
      ],
      meta: { message: '获取菜单列表成功', status: 200 }
    })
  })

  it('answers the menu of the audit trail to who asks for it and holds it', async () => {
    const audit = { id: 160, authName: '操作日志', path: 'audit', order: 3, children: [] }
    const { token: auditor } = await userWith(server, 'audit:read')
    for (const token of [await administratorToken(server), auditor]) {
      const { body } = await menus(token, '?audit=true')
      assert.deepEqual(body.data.at(-1).children.at(-1), audit)
      assert.deepEqual((await menus(token, '?audit=false')).body, (await menus(token)).body)
    }
    const { token: reader } = await userWith(server, 'rights:read')
    assert.deepEqual((await menus(reader, '?audit=true')).body, (await menus(reader)).body)
    assertRefused(await menus(reader, '?audit=1'), 400, '请求参数错误')
  })

  it('answers others the menus that their role opens', async () => {
    const { token } = await userWith(server, 'users:create')
    const { body } = await menus(token)
    assert.deepEqual(body.data, [
      {
        id: 125,
        authName: '用户管理',
        path: 'users',
        order: 1,
        children: [{ id: 110, authName: '用户列表', path: 'users', order: 1, children: [] }]
      }
    ])
  })

  it('answers no menus to a user without a role', async () => {
    const { token } = await userOf(server, -1)
    assert.deepEqual((await menus(token)).body.data, [])
  })
})
