import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { RightsCatalogue, type RightNode } from '../../src/console/julong/rights-catalogue.ts'
import {
  canBeAlone,
  checkOf,
  differenceOf,
  heldOf,
  idsOf,
  toggle,
  toggleAlone,
  type Held
} from '../../src/console/julong/rights-state.ts'

/** 1 › 2 › 3 4; 5 › (6 › 7), 8; 8 has nothing below it, so it is a right. */
const node = (id: number, ...children: RightNode[]): RightNode => ({ id, authName: `n${id}`, path: '', children })
const tree = [node(1, node(2, node(3), node(4))), node(5, node(6, node(7)), node(8))]
const catalogue = new RightsCatalogue(tree)
const held = (...ids: number[]): Held => heldOf(catalogue, ids)

/** A tree of three levels and what a role holds of it: anything, with all that is above. */
const anything = fc.array(fc.array(fc.nat(3), { maxLength: 4 }), { maxLength: 4 }).chain((shape) => {
  let last = 0
  const leaf = (): RightNode => ({ id: ++last, authName: `r${last}`, path: '' })
  const nodes = shape.map((menus) => ({
    ...leaf(),
    children: menus.map((count) => ({ ...leaf(), children: Array.from({ length: count }, leaf) }))
  }))
  const whole = new RightsCatalogue(nodes)
  const ids = whole.items.map(({ id }) => id)
  return fc.subarray(ids).map((picked) => {
    const all = new Set(picked.flatMap((id) => [id, ...whole.above(id)]))
    return { whole, ids: ids.filter((id) => all.has(id)) }
  })
})
const withOne = anything.chain(({ whole, ids }) =>
  fc.constantFrom(...whole.items, undefined).map((item) => ({ whole, ids, item }))
)

describe('the rights of a role', () => {
  it('are sent as they were loaded when nothing was changed', () => {
    fc.assert(fc.property(anything, ({ whole, ids }) => assert.deepEqual(idsOf(whole, heldOf(whole, ids)), ids)))
  })

  it('are the same after a right was toggled twice, unless a menu stood alone above it', () => {
    const property = fc.property(withOne, ({ whole, ids, item }) => {
      if (item === undefined || item.isMenu) return
      const before = heldOf(whole, ids)
      if (whole.above(item.id).some((id) => before.menus.has(id))) return
      const once = toggle(whole, before, item.id)
      assert.notDeepEqual(idsOf(whole, once), ids)
      // A menu whose last right goes, goes along, and comes back with it.
      assert.deepEqual(idsOf(whole, toggle(whole, once, item.id)), ids)
    })
    fc.assert(property)
  })

  it('never hold a menu alone above something that is held', () => {
    const property = fc.property(withOne, ({ whole, ids, item }) => {
      if (item === undefined) return
      const before = heldOf(whole, ids)
      for (const after of [toggle(whole, before, item.id), toggleAlone(whole, before, item.id)]) {
        assert.deepEqual(heldOf(whole, idsOf(whole, after)), after)
      }
    })
    fc.assert(property)
  })

  it('change by nothing but what may be granted', () => {
    const property = fc.property(withOne, fc.integer({ min: 2, max: 3 }), ({ whole, ids, item }, divisor) => {
      if (item === undefined) return
      const mayGrant = (id: number): boolean => id % divisor === 0
      const before = heldOf(whole, ids)
      const { rights } = toggle(whole, before, item.id, mayGrant)
      const changed = whole.items.filter(({ id }) => rights.has(id) !== before.rights.has(id))
      assert.ok(changed.every(({ id }) => mayGrant(id)))
    })
    fc.assert(property)
  })
})

describe('a menu in the tree of rights', () => {
  it('is on with all rights below, off with none, mixed between; a held menu checks nothing', () => {
    const checks = (state: Held): string[] => [1, 2, 3].map((id) => checkOf(catalogue, state, id))
    assert.deepEqual(checks(held(1, 2, 3)), ['mixed', 'mixed', 'on'])
    assert.deepEqual(checks(held(1, 2, 3, 4)), ['on', 'on', 'on'])
    assert.deepEqual(checks(held(1, 2)), ['off', 'off', 'off'])
  })

  it('adds what is missing, then takes all away, itself too', () => {
    const all = toggle(catalogue, held(1, 2, 3), 1)
    assert.deepEqual(idsOf(catalogue, all), [1, 2, 3, 4])
    assert.deepEqual(idsOf(catalogue, toggle(catalogue, all, 1)), [])
    const limited = toggle(catalogue, held(1, 2, 3), 1, (id) => id === 3)
    assert.deepEqual(idsOf(catalogue, limited), [], 'nothing is left to add')
  })

  it('without anything below it is a right of its own', () => {
    assert.deepEqual(idsOf(catalogue, toggle(catalogue, held(), 8)), [5, 8])
    assert.equal(canBeAlone(catalogue, held(), 8), false)
  })

  it('can be held alone while nothing below is held, the lowest one only', () => {
    const outer = toggleAlone(catalogue, held(), 5)
    const inner = toggleAlone(catalogue, outer, 6)
    assert.deepEqual([[...inner.menus], idsOf(catalogue, inner)], [[6], [5, 6]])
    assert.equal(canBeAlone(catalogue, inner, 5), false)
    assert.deepEqual(idsOf(catalogue, toggleAlone(catalogue, inner, 6)), [])
    const right = toggle(catalogue, inner, 7)
    assert.deepEqual([[...right.menus], idsOf(catalogue, right)], [[], [5, 6, 7]])
    assert.deepEqual(toggleAlone(catalogue, right, 6), right)
  })
})

describe('the difference between two states', () => {
  it('names rights and menus held alone, not the menus that follow from them', () => {
    assert.deepEqual(differenceOf(catalogue, held(), held(1, 2, 3)), { granted: [3], revoked: [] })
    assert.deepEqual(differenceOf(catalogue, held(1, 2, 3), held(1, 2)), { granted: [], revoked: [3] })
    assert.deepEqual(differenceOf(catalogue, held(1, 2), held()), { granted: [], revoked: [2] })
    assert.deepEqual(differenceOf(catalogue, held(1), held(1, 2, 4)), { granted: [4], revoked: [] })
  })

  it('is empty only when nothing changes', () => {
    const property = fc.property(withOne, ({ whole, ids, item }) => {
      if (item === undefined) return
      const before = heldOf(whole, ids)
      const after = toggle(whole, before, item.id)
      const { granted, revoked } = differenceOf(whole, before, after)
      assert.equal(granted.length + revoked.length === 0, idsOf(whole, after).join() === ids.join())
    })
    fc.assert(property)
  })
})
