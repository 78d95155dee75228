import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBatchLoader } from '../../src/database/queries/batch-loader.js'

describe('batched loads', () => {
  it('are one call for all of the same tick, each with its own row', async () => {
    const calls: number[][] = []
    const look = createBatchLoader(async (keys: number[]) => {
      calls.push(keys)
      return keys.map((key) => key * 2)
    })
    assert.deepEqual(await Promise.all([1, 2, 3].map(look)), [2, 4, 6])
    assert.deepEqual(calls, [[1, 2, 3]])
  })

  it('wait while two calls are in flight, and begin after they were requested', async () => {
    const calls: { keys: number[]; end(): void }[] = []
    const look = createBatchLoader(
      (keys: number[]) => new Promise<number[]>((resolve) => calls.push({ keys, end: () => resolve(keys) }))
    )
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    const rows: Promise<number>[] = []
    for (const key of [1, 2, 3, 4]) {
      rows.push(look(key))
      await turn()
    }
    assert.deepEqual(
      calls.map(({ keys }) => keys),
      [[1], [2]]
    )
    calls[0]!.end()
    await rows[0]
    await turn()
    assert.deepEqual(calls[2]!.keys, [3, 4])
    calls.forEach(({ end }) => end())
    assert.deepEqual(await Promise.all(rows), [1, 2, 3, 4])
  })

  it('do not wait for a call that hangs', async () => {
    const look = createBatchLoader((keys: number[]) =>
      keys.includes(0) ? new Promise<never>(() => {}) : Promise.resolve(keys)
    )
    for (let hanging = 0; hanging < 2; hanging += 1) {
      void look(0)
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    }
    assert.equal(await look(7), 7)
  })

  it('fail together, and the next ones do not', async () => {
    let broken = true
    const look = createBatchLoader(async (keys: number[]) => {
      if (broken) throw new Error('broken')
      return keys
    })
    const results = await Promise.allSettled([1, 2].map(look))
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected']
    )
    broken = false
    assert.equal(await look(3), 3)
  })
})
