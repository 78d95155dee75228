import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createdAtProblem } from '../../src/import-export/created-at.js'

const DAY_MS = 86_400_000

describe('the time at which an imported account was made', () => {
  it('is accepted from 1970 until now', () => {
    const right = [
      '1970-01-01T00:00:00Z',
      '1970-01-01T14:00:00+14:00',
      '2024-02-29T23:59:59.999999999-14:00',
      '2024-06-01 08:04:06.654597+08:00',
      '2024-06-01t08:04:06z',
      new Date().toISOString(),
      new Date(Date.now() + DAY_MS / 2).toISOString()
    ]
    for (const text of right) assert.equal(createdAtProblem(text), undefined, text)
  })

  it('is refused before 1970, in the future and in other formats', () => {
    const form = 'created_at is no moment such as 2024-06-01T08:04:06.654Z or 2024-06-01T16:04:06+08:00'
    const wrong: [text: string, reason: string][] = [
      ['0001-01-01T00:00:00+08:00', 'created_at is before 1970'],
      ['1970-01-01T00:00:00+00:01', 'created_at is before 1970'],
      ['9999-12-31T23:59:59Z', 'created_at is in the future'],
      [new Date(Date.now() + 2 * DAY_MS).toISOString(), 'created_at is in the future'],
      ...[
        '2024-06-01T24:00:00Z',
        '2024-06-01T24:59:59+01:00',
        '2024-06-01T23:59:60Z',
        '2024-06-01T00:00:00+14:01',
        '2024-06-01T00:00:00-15:00',
        '2024-06-01T00:00:00+23:59',
        '2023-02-29T00:00:00Z',
        '2024-04-31T00:00:00Z',
        '2024-13-01T00:00:00Z',
        '2024-00-01T00:00:00Z',
        '2024-01-00T00:00:00Z',
        '10000-01-01T00:00:00Z',
        '2024-06-01T00:00:00',
        '2024-06-01',
        'now',
        'infinity',
        ''
      ].map((text) => [text, form] as [string, string])
    ]
    for (const [text, reason] of wrong) assert.equal(createdAtProblem(text), reason, text)
  })
})
