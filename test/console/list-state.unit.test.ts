import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { queryOf, SIZES, stateOf } from '../../src/console/lists/list-state.ts'

const defaults = { query: '', state: 'all' }

describe('the state of a list in its address', () => {
  it('is the same after writing and reading it', () => {
    const states = [fc.integer({ min: 1 }), fc.constantFrom(...SIZES), fc.string(), fc.string()] as const
    fc.assert(
      fc.property(...states, (page, size, query, state) => {
        const written = { page, size, filters: { query, state } }
        assert.deepEqual(stateOf(queryOf(written, defaults), defaults), written)
      })
    )
  })

  it('leaves out the defaults and keeps what belongs to others', () => {
    const state = { page: 1, size: 20, filters: { ...defaults, query: 'a' } }
    const query = queryOf(state, defaults, { view: 'board', page: '7' })
    assert.deepEqual(JSON.parse(JSON.stringify(query)), { view: 'board', query: 'a' })
  })

  it('takes the default for what makes no sense', () => {
    for (const page of ['x', '0', '-3', '', 'Infinity', null, undefined]) {
      assert.equal(stateOf({ page, size: '21' }, defaults).page, 1, String(page))
    }
    assert.equal(stateOf({ size: '21' }, defaults).size, 20)
    assert.equal(stateOf({ query: ['a', 'b'] }, defaults).filters.query, 'a')
  })
})
