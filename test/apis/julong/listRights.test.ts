import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readContract } from '../../../src/http/contract.js'
import { administratorToken, assertRefused, BASE } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

interface Node {
  id: number
  authName: string
  path: string
  pid: number | string
  children?: Node[]
}

describe('julong listRights', () => {
  const server = useServer({ APIS: 'julong' })
  const list = async (type: string) =>
    server.client.get(`${BASE}/rights/${type}`, { token: await administratorToken(server) })

  it('answers a flat list, level by level', async () => {
    const { status, body } = await list('list')
    assert.equal(status, 200)
    assert.deepEqual(body.meta, { message: '获取权限列表成功', status: 200 })
    const levels: string[] = body.data.map(({ level }: { level: string }) => level)
    assert.deepEqual(levels, levels.toSorted())
    const byId = new Map(body.data.map((right: Node) => [right.id, right]))
    assert.deepEqual(
      [125, 110, 131].map((id) => byId.get(id)),
      [
        { id: 125, authName: '用户管理', level: '0', pid: 0, path: 'users' },
        { id: 110, authName: '用户列表', level: '1', pid: 125, path: 'users' },
        { id: 131, authName: '添加用户', level: '2', pid: 110, path: 'users' }
      ]
    )
  })

  it('answers a tree of the same rights, whose first two levels have children, and whose third names parent and grandparent', async () => {
    const [{ body: tree }, { body: flat }] = await Promise.all([list('tree'), list('list')])
    const [users, rights] = tree.data as Node[]
    assert.deepEqual([users?.id, users?.pid, rights?.id, rights?.pid], [125, 0, 103, 0])
    assert.deepEqual(users?.children?.[0]?.children?.[0], {
      id: 131,
      authName: '添加用户',
      path: 'users',
      pid: '110,125'
    })
    assert.deepEqual(rights?.children?.[1], {
      id: 112,
      authName: '权限列表',
      path: 'rights',
      pid: 103,
      children: [{ id: 147, authName: '查看权限', path: 'rights', pid: '112,103' }]
    })
    const idsIn = (nodes: Node[]): number[] => nodes.flatMap(({ id, children = [] }) => [id, ...idsIn(children)])
    assert.deepEqual(idsIn(tree.data).sort(), flat.data.map(({ id }: Node) => id).sort())
  })

  it('refuses an unknown type', async () => {
    assertRefused(await list('table'), 400, '请求参数错误')
  })

  it('has a right of the third level for every operation that needs one, and no other right', async () => {
    const items = Object.values(readContract('julong').paths ?? {})
    const operations = items.flatMap((item) => Object.values(item ?? {}) as { 'x-right'?: string }[])
    const needed = new Set(operations.map((operation) => operation['x-right']).filter((right) => right !== undefined))
    const codes = await server.db('julong.rights').where({ level: 2 }).pluck('code')
    assert.deepEqual([...needed].sort(), codes.sort())
    assert.deepEqual(await server.db('julong.rights').whereNot({ level: 2 }).whereNotNull('code'), [])
  })
})
