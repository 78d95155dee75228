import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bucketsIn } from '../../src/calendar/buckets.js'
import { givenPeriod, periodIn } from '../../src/calendar/period.js'
import { DomainError } from '../../src/domain-error.js'
import type { Unit } from '../../src/calendar/units.js'

/** When the buckets begin, in UTC and without seconds. */
function startsOf(by: Unit, tz: string, from: string, to: string): string[] {
  return bucketsIn({ by, tz, from, to }).starts.map((start) => {
    assert.match(start, /:00\+00$/)
    return start.slice(0, 16)
  })
}

/** Length of each bucket but the last, in minutes. */
function lengthsOf(by: Unit, tz: string, from: string, to: string): number[] {
  const starts = startsOf(by, tz, from, to).map((start) => Date.parse(`${start.replace(' ', 'T')}Z`))
  return starts.slice(1).map((start, index) => (start - starts[index]!) / 60_000)
}

describe('hours, days and months of a time zone', () => {
  it('begin when its clocks say so', () => {
    const [from, to] = ['2026-01-30T18:10:00Z', '2026-01-31T20:00:00Z']
    assert.deepEqual(startsOf('day', 'Asia/Shanghai', from, to), ['2026-01-30 16:00', '2026-01-31 16:00'])
    assert.deepEqual(startsOf('day', 'Asia/Kolkata', from, to), [
      '2026-01-29 18:30',
      '2026-01-30 18:30',
      '2026-01-31 18:30'
    ])
    assert.deepEqual(startsOf('day', 'Asia/Kathmandu', from, to), [
      '2026-01-29 18:15',
      '2026-01-30 18:15',
      '2026-01-31 18:15'
    ])
    assert.deepEqual(startsOf('month', 'Asia/Shanghai', from, to), ['2025-12-31 16:00', '2026-01-31 16:00'])
    assert.deepEqual(startsOf('month', 'America/New_York', from, to), ['2026-01-01 05:00'])
    assert.deepEqual(startsOf('hour', 'Asia/Kolkata', from, '2026-01-30T19:31:00Z'), [
      '2026-01-30 17:30',
      '2026-01-30 18:30',
      '2026-01-30 19:30'
    ])
  })

  it('do not begin another one at their exclusive end', () => {
    const from = '2026-01-30T16:00:00Z'
    assert.deepEqual(startsOf('day', 'Asia/Shanghai', from, '2026-01-31T16:00:00Z'), ['2026-01-30 16:00'])
    assert.equal(startsOf('day', 'Asia/Shanghai', from, '2026-01-31T16:00:00.001Z').length, 2)
  })

  for (const [what, by, tz, from, to, lengths] of [
    ['a day of 23 hours', 'day', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-31T12:00:00Z', [1440, 1380, 1440]],
    ['a day of 25 hours', 'day', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-27T12:00:00Z', [1440, 1500, 1440]],
    ['an hour left out', 'hour', 'Europe/Berlin', '2026-03-29T00:00:00Z', '2026-03-29T04:00:00Z', [60, 60, 60]],
    ['an hour twice', 'hour', 'Europe/Berlin', '2026-10-25T00:00:00Z', '2026-10-25T03:00:00Z', [60, 60]],
    ['midnight left out', 'day', 'Africa/Cairo', '2026-04-22T12:00:00Z', '2026-04-25T12:00:00Z', [1440, 1440, 1380]],
    ['midnight twice', 'day', 'America/Havana', '2025-11-01T12:00:00Z', '2025-11-04T12:00:00Z', [1440, 1500, 1440]],
    ['a day left out', 'day', 'Pacific/Apia', '2011-12-28T20:00:00Z', '2011-12-31T20:00:00Z', [1440, 1440, 1440]],
    [
      'half an hour left out',
      'hour',
      'Australia/Lord_Howe',
      '2026-10-03T14:30:00Z',
      '2026-10-03T17:30:00Z',
      [60, 30, 60]
    ],
    ['half an hour twice', 'hour', 'Australia/Lord_Howe', '2026-04-04T14:00:00Z', '2026-04-04T17:00:00Z', [60, 30, 60]],
    ['months', 'month', 'Europe/Berlin', '2026-02-10T00:00:00Z', '2026-05-01T00:00:00Z', [40_320, 44_580, 43_200]]
  ] as [string, Unit, string, string, string, number[]][]) {
    it(`may have another length: ${what} in ${tz}`, () => {
      assert.deepEqual(lengthsOf(by, tz, from, to), lengths)
    })
  }
})

describe('a period', () => {
  it('ends with the current unit and begins 24 hours, 30 days or 12 months before', () => {
    for (const [by, count] of [
      ['hour', 24],
      ['day', 30],
      ['month', 12]
    ] as const) {
      const { from, to, starts } = bucketsIn({ by })
      assert.equal(starts.length, count)
      assert.equal(Date.parse(`${starts[0]!.replace(' ', 'T')}:00`), from.getTime())
      assert.ok(to.getTime() > Date.now() && from.getTime() < Date.now())
    }
  })

  it('that only has an end begins as long before it', () => {
    const { starts } = bucketsIn({ by: 'month', to: '2026-03-31T16:00:00Z' })
    assert.deepEqual(
      [starts.length, starts[0], starts.at(-1)],
      [12, '2025-03-31 16:00:00+00', '2026-02-28 16:00:00+00']
    )
  })

  it('may have any offset and fraction', () => {
    const { from, to } = givenPeriod({ from: '2026-01-01T00:00:00.1234567+08:00', to: '2026-01-01t00:00:00-01:30' })
    assert.deepEqual([from?.toISOString(), to?.toISOString()], ['2025-12-31T16:00:00.123Z', '2026-01-01T01:30:00.000Z'])
    assert.deepEqual(givenPeriod({}), {})
  })

  const DAY = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
  for (const [what, refuse, [name, rule]] of [
    ['an unknown zone', () => periodIn({ tz: 'Asia/Nowhere' }, 'day'), ['tz', 'exists']],
    ['an offset for a zone', () => periodIn({ tz: '+08:00' }, 'day'), ['tz', 'exists']],
    ['the same moment twice', () => givenPeriod({ from: DAY.from, to: DAY.from }), ['to', 'laterThanFrom']],
    ['an end before the beginning', () => periodIn({ from: DAY.to, to: DAY.from }, 'day'), ['to', 'laterThanFrom']],
    ['a beginning that is to come', () => periodIn({ from: '9998-01-01T00:00:00Z' }, 'day'), ['to', 'laterThanFrom']],
    ['a leap second', () => givenPeriod({ from: '2016-12-31T23:59:60Z' }), ['from', 'format']],
    ['a year before 1970', () => givenPeriod({ from: '1969-12-31T23:59:59Z' }), ['from', 'years']],
    ['a year after 9999', () => givenPeriod({ to: '9999-12-31T23:59:59-01:00' }), ['to', 'years']],
    [
      'more than 400 buckets',
      () => bucketsIn({ by: 'hour', from: DAY.from, to: '2026-01-17T16:00:01Z' }),
      ['by', 'buckets']
    ]
  ] as [string, () => unknown, [string, string]][]) {
    it(`is refused: ${what}`, () => {
      assert.throws(refuse, (error) => {
        assert.ok(error instanceof DomainError && error.code === 'invalid')
        const [issue] = (error as DomainError<'invalid'>).details.issues
        assert.deepEqual([issue?.path, issue?.rule], [['query', name], rule])
        return true
      })
    })
  }

  it('may have 400 buckets', () => {
    assert.equal(bucketsIn({ by: 'hour', from: DAY.from, to: '2026-01-17T16:00:00Z' }).starts.length, 400)
  })
})
