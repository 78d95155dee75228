import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { administratorToken, assertRefused, BASE, roleWith } from '../../support/julong.js'
import { useServer } from '../../support/server.js'
import { leavesOf, thirdLevelOf, tick, type TreeNode } from '../../support/tree-control.js'

const SAMPLE_ROLE = 30

/** The dialog in which the front ends of julong's family show and save the rights of a role. */
describe('julong, the dialog of the rights of a role', () => {
  const server = useServer({ APIS: 'julong' })
  let token: string
  let tree: TreeNode[]

  before(async () => {
    token = await administratorToken(server)
    tree = (await server.client.get(`${BASE}/rights/tree`, { token })).body.data
  })

  const grant = (id: number, rids: string) =>
    server.client.post(`${BASE}/roles/${id}/rights`, { token, json: { rids } })

  async function rightsOf(id: number): Promise<TreeNode[]> {
    const { body } = await server.client.get(`${BASE}/roles`, { token })
    return body.data.find((role: TreeNode) => role.id === id).children
  }

  async function saveUnchanged(id: number, read = leavesOf, held?: TreeNode[]) {
    const { checked, half } = tick(tree, read(held ?? (await rightsOf(id))))
    return grant(id, [...checked, ...half].join(','))
  }

  function assertForm(nodes: TreeNode[], level = 0): void {
    for (const { id, children } of nodes) {
      assert.equal(Array.isArray(children), level < 2, `children of ${id}`)
      assertForm(children ?? [], level + 1)
    }
  }

  it('shows children on the first two levels, empty or not, and never on the third', async () => {
    const { body } = await server.client.get(`${BASE}/roles`, { token })
    for (const nodes of [tree, ...body.data.map(({ children }: { children: TreeNode[] }) => children)])
      assertForm(nodes)
  })

  it('keeps what is left after a right was taken away', async () => {
    assert.equal((await grant(SAMPLE_ROLE, '125,110,131')).status, 200)
    const { body } = await server.client.delete(`${BASE}/roles/${SAMPLE_ROLE}/rights/131`, { token })
    assertForm(body.data)
    assert.deepEqual(body.data[0].children, [{ id: 110, authName: '用户列表', path: 'users', pid: 125, children: [] }])
    assert.deepEqual(await rightsOf(SAMPLE_ROLE), body.data)
    assert.equal((await saveUnchanged(SAMPLE_ROLE, leavesOf, body.data)).status, 200)
    assert.deepEqual(leavesOf(await rightsOf(SAMPLE_ROLE)), [])
  })

  it('changes nothing when it is saved as it was opened', async () => {
    const all = leavesOf(tree)
    assert.ok(all.length > 10)
    const subsets = [[], all, ...all.map((id) => [id]), ...all.map((id) => all.filter((other) => other !== id))]
    const everySecond = all.filter((_, index) => index % 2 === 0)
    const id = await roleWith(server)
    for (const subset of [...subsets, everySecond]) {
      for (const read of [leavesOf, thirdLevelOf]) {
        await grant(id, subset.join(','))
        const opened = await rightsOf(id)
        assert.deepEqual(leavesOf(opened).sort(), subset.toSorted())
        assert.equal((await saveUnchanged(id, read)).status, 200)
        assert.deepEqual(await rightsOf(id), opened)
      }
    }
  })

  it('grants no right where a role was given menus alone', async () => {
    const id = await roleWith(server)
    for (const menus of ['125', '110', '103,111', '160,112', '125,103,110,111,112,160']) {
      await grant(id, menus)
      assert.deepEqual(leavesOf(await rightsOf(id)), [])
      assert.equal((await saveUnchanged(id)).status, 200)
      assert.deepEqual(leavesOf(await rightsOf(id)), [])
    }
  })

  it('ticks everything for role 0, and saves nothing', async () => {
    const opened = await rightsOf(0)
    assert.deepEqual(opened, tree)
    assertRefused(await saveUnchanged(0), 403, '不能删除超级管理员角色或更改其权限')
    assert.deepEqual(await rightsOf(0), opened)
  })
})
