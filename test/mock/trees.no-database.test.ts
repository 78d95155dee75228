import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { useMock } from '../support/mock.js'

const JULONG = '/api/private/v1'

interface Node {
  id: number
  children?: Node[]
}

describe('the trees of julong’s mock', () => {
  const mock = useMock()

  it('have children at the first two levels, empty or not, and none at the third', async () => {
    const trees: [method: string, path: string, nodesIn: (data: Node[]) => Node[]][] = [
      ['GET', `${JULONG}/rights/tree`, (data) => data],
      ['GET', `${JULONG}/roles`, (data) => data.flatMap(({ children }) => children!)],
      ['DELETE', `${JULONG}/roles/30/rights/131`, (data) => data]
    ]
    for (const [method, path, nodesIn] of trees) {
      for (const prefer of ['', 'dynamic=true']) {
        const { body } = await mock.client.request(method, path, { token: 'any', headers: { prefer } })
        assert.deepEqual([...levelsIn(nodesIn(body.data))].sort(), [0, 1, 2], path)
      }
    }
  })

  it('have an empty list in the last level of menus', async () => {
    const { body } = await mock.client.get(`${JULONG}/menus`, { token: 'any' })
    const last = (body.data as Node[]).flatMap(({ children }) => children!)
    assert.ok(last.length > 0)
    for (const { children } of last) assert.deepEqual(children, [])
  })
})

/** The levels that there are, after each of their nodes was checked. */
function levelsIn(nodes: Node[], level = 0): Set<number> {
  const found = new Set<number>()
  for (const { id, children } of nodes) {
    found.add(level)
    assert.equal(Array.isArray(children), level < 2, `${id} at level ${level}`)
    for (const deeper of levelsIn(children ?? [], level + 1)) found.add(deeper)
  }
  return found
}
