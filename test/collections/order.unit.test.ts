import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { collectionOf } from '../../scripts/collections/collection.js'
import { readNotes } from '../../scripts/collections/notes.js'
import { documentedApi } from '../../scripts/docs/operations.js'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'

const account = { name: 'somebody', password: 'a password' }
const tms = documentedApi('tms', readContract('tms'))

describe('collections', () => {
  for (const name of realmNames) {
    it(`have each operation of ${name} once, and log in first`, () => {
      const api = documentedApi(name, readContract(name))
      const { requests } = collectionOf(api, '', readNotes(name), account)
      assert.equal(requests.length, api.operations.length)
      assert.equal(new Set(requests.map((request) => request.name)).size, requests.length)
      assert.equal(requests[0]?.name, api.operations.find(({ session }) => session?.opens !== undefined)?.summary)
    })
  }

  it('have operations without a note after the others, before the session is closed', () => {
    for (const notes of [
      { login: {}, listTasks: {} },
      { login: {}, listTasks: {}, logout: {} }
    ]) {
      const paths = collectionOf(tms, '', notes, account).requests.map(({ path }) => path)
      assert.deepEqual(paths.slice(0, 3), ['/tms/login', '/tms/task/list', '/tms/register'])
      assert.equal(paths.at(-1), '/tms/logout')
    }
  })

  it('refuse notes for an operation that is not there', () => {
    assert.throws(() => collectionOf(tms, '', { logIn: {} }, account), { message: 'tms has no operation logIn' })
  })
})
