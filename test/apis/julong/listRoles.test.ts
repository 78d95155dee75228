import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { administratorToken, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

describe('julong listRoles', () => {
  const server = useServer({ APIS: 'julong' })

  it('answers every role by id with the tree of its rights: all for role 0, none for a new one', async () => {
    const token = await administratorToken(server)
    const created = await server.client.post(`${BASE}/roles`, { token, json: { roleName: '审计员' } })
    const { status, body } = await server.client.get(`${BASE}/roles`, { token })
    const tree = await server.client.get(`${BASE}/rights/tree`, { token })
    assert.equal(status, 200)
    assert.deepEqual(body, {
      data: [
        { id: 0, roleName: '超级管理员', roleDesc: '拥有全部权限', children: tree.body.data },
        {
          id: 30,
          roleName: '用户管理员',
          roleDesc: '管理用户',
          children: [
            {
              id: 125,
              authName: '用户管理',
              path: 'users',
              pid: 0,
              children: [
                {
                  id: 110,
                  authName: '用户列表',
                  path: 'users',
                  pid: 125,
                  children: [
                    { id: 131, authName: '添加用户', path: 'users', pid: '110,125' },
                    { id: 136, authName: '获取用户详情', path: 'users', pid: '110,125' }
                  ]
                }
              ]
            }
          ]
        },
        { id: created.body.data.roleId, roleName: '审计员', roleDesc: '', children: [] }
      ],
      meta: { message: '获取成功', status: 200 }
    })
  })
})
