import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { treeMove, type TreeRow } from '../../src/console/julong/tree-keys.ts'

const row = (id: number, level: number, text: string, isOpen?: boolean): TreeRow => ({
  id,
  level,
  isMenu: isOpen !== undefined,
  isOpen: isOpen ?? false,
  texts: [text]
})
const rows = [row(1, 0, 'users', true), row(2, 1, 'list', true), row(3, 2, 'add'), row(4, 0, 'roles', false)]
const move = (key: string, id: number): unknown =>
  treeMove(
    key,
    rows,
    rows.findIndex((one) => one.id === id)
  )

describe('keys in a tree', () => {
  it('move up and down through the visible rows, and stop at the ends', () => {
    assert.deepEqual(move('ArrowDown', 2), { focus: 3 })
    assert.deepEqual(move('ArrowDown', 4), { focus: 4 })
    assert.deepEqual(move('ArrowUp', 1), { focus: 1 })
    assert.deepEqual(move('Home', 3), { focus: 1 })
    assert.deepEqual(move('End', 1), { focus: 4 })
  })

  it('open a menu, then go into it', () => {
    assert.deepEqual(move('ArrowRight', 4), { flip: 4 })
    assert.deepEqual(move('ArrowRight', 1), { focus: 2 })
    assert.equal(move('ArrowRight', 3), undefined)
  })

  it('close a menu, or go to the one above', () => {
    assert.deepEqual(move('ArrowLeft', 2), { flip: 2 })
    assert.deepEqual(move('ArrowLeft', 3), { focus: 2 })
    assert.equal(move('ArrowLeft', 4), undefined)
  })

  it('jump to the next row that begins with a letter', () => {
    assert.deepEqual(move('a', 4), { focus: 3 })
    assert.deepEqual(move('R', 1), { focus: 4 })
    assert.equal(move('x', 1), undefined)
    assert.equal(move('Tab', 1), undefined)
  })
})
