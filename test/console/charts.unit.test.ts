import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { highest, timed } from '../../src/console/charts/counts.ts'
import { periodBetween, periodOf } from '../../src/console/charts/period.ts'
import { clockAt, momentOf } from '../../src/console/i18n/clocks.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-03-29T18:20:30Z')

describe('the period of charts', () => {
  it('begins with an hour, a day or a month of the zone, and has the current one', () => {
    assert.deepEqual(periodOf('24h', NOW, 'Asia/Kathmandu'), {
      by: 'hour',
      from: '2026-03-28T19:15:00.000Z',
      to: '2026-03-29T19:15:00.000Z',
      tz: 'Asia/Kathmandu'
    })
    const { from, to, by } = periodOf('30d', NOW, 'Asia/Shanghai')
    assert.deepEqual([by, from, to], ['day', '2026-02-28T16:00:00.000Z', '2026-03-30T16:00:00.000Z'])
    const year = periodOf('1y', NOW, 'UTC')
    assert.deepEqual([year.by, year.from, year.to], ['month', '2025-04-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
  })

  it('begins at midnight on both sides of a change of the clocks', () => {
    const { from, to } = periodOf('30d', NOW, 'Europe/Berlin')
    assert.deepEqual([from, to], ['2026-02-27T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  })

  it('is divided so that its bars are wide enough', () => {
    const unit = (from: string, to: string): string => periodBetween(from, to, NOW, 'UTC').by
    assert.equal(unit('2026-01-01T00:00:00Z', '2026-01-04T00:00:00Z'), 'hour')
    assert.equal(unit('2026-01-01T00:00:00Z', '2026-01-04T00:00:01Z'), 'day')
    assert.equal(unit('2026-01-01T00:00:00Z', '2026-04-03T00:00:01Z'), 'month')
    const open = periodBetween(undefined, undefined, NOW, 'UTC')
    assert.deepEqual([open.by, open.from, open.to], ['day', '2026-02-27T18:20:30.000Z', '2026-03-29T18:20:30.000Z'])
  })
})

describe('clocks of a zone', () => {
  it('show a moment that is found again by what they show', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Chatham']
    for (const zone of zones) {
      for (let moment = Date.parse('2026-01-01T00:00:00Z'); moment < NOW; moment += 11 * HOUR) {
        const clock = clockAt(moment, zone)
        assert.equal(clockAt(momentOf(clock, zone), zone), clock, `${zone} ${moment}`)
      }
    }
  })
})

describe('counts of charts', () => {
  it('end where the next one begins, the last one with the period', () => {
    const counts = [
      { key: '2026-01-05T10:00:00.000Z', count: 3 },
      { key: '2026-01-05T11:00:00.000Z', count: 4 }
    ]
    const period = { by: 'hour', from: '2026-01-05T10:15:00.000Z', to: '2026-01-05T11:30:00.000Z' } as const
    assert.deepEqual(
      timed(counts, period, ({ count }) => [count]),
      {
        rows: [
          { by: 'hour', from: '2026-01-05T10:15:00.000Z', to: '2026-01-05T11:00:00.000Z', values: [3] },
          { by: 'hour', from: '2026-01-05T11:00:00.000Z', to: '2026-01-05T11:30:00.000Z', values: [4] }
        ],
        total: 7
      }
    )
  })

  it('has the highest alone, and the others together', () => {
    const rows = [5, 1, 9, 2].map((count) => ({ name: 'one', count }))
    const shown = (most: number): [string, number][] =>
      highest(rows, most, (count) => ({ name: 'others', count })).map(({ name, count }) => [name, count])
    assert.deepEqual(
      shown(4),
      [9, 5, 2, 1].map((count) => ['one', count])
    )
    assert.deepEqual(shown(3), [
      ['one', 9],
      ['one', 5],
      ['others', 3]
    ])
  })
})
