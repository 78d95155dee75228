import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Timestamp } from '../../src/database/types.js'
import { chinaTime, utcTime } from '../../src/http/timestamps.js'

const HOUR_MS = 3_600_000

const printed = (text: string): Timestamp => text as Timestamp

describe('timestamps', () => {
  it('shows the moment on a clock in China, to the microsecond', () => {
    assert.equal(chinaTime(printed('2024-06-01 00:04:06.654597+00')), '2024-06-01T08:04:06.654597+08:00')
    assert.equal(chinaTime(printed('2024-05-31 16:04:06.654597+00')), '2024-06-01T00:04:06.654597+08:00')
    assert.equal(chinaTime(printed('2023-12-31 23:59:59.999999+00')), '2024-01-01T07:59:59.999999+08:00')
    assert.equal(chinaTime(printed('2024-02-28 20:00:00.000001+00')), '2024-02-29T04:00:00.000001+08:00')
  })

  it('shows every hour of a leap year as a Date does that is eight hours later', () => {
    for (let moment = Date.UTC(2024, 0, 1); moment < Date.UTC(2025, 0, 1); moment += HOUR_MS) {
      const [date, time] = new Date(moment).toISOString().slice(0, 19).split('T')
      const later = new Date(moment + 8 * HOUR_MS).toISOString().slice(0, 19)
      assert.equal(chinaTime(printed(`${date} ${time}.5+00`)), `${later}.500000+08:00`)
    }
  })

  it('shows the moment in UTC, cut to milliseconds', () => {
    assert.equal(utcTime(printed('2020-10-18 23:41:13.533999+00')), '2020-10-18T23:41:13.533Z')
  })

  it('fills in the zeros that PostgreSQL leaves out', () => {
    assert.equal(chinaTime(printed('2024-06-03 14:47:43.90707+00')), '2024-06-03T22:47:43.907070+08:00')
    assert.equal(chinaTime(printed('2024-06-03 14:47:43+00')), '2024-06-03T22:47:43.000000+08:00')
    assert.equal(utcTime(printed('2024-06-03 14:47:43.9+00')), '2024-06-03T14:47:43.900Z')
    assert.equal(utcTime(printed('2024-06-03 14:47:43+00')), '2024-06-03T14:47:43.000Z')
  })

  it('shows the nearest moment that has four digits for its year where there is none', () => {
    const early = ['0001-12-31 16:00:00+00 BC', '4713-01-01 00:00:00+00 BC', '-infinity']
    for (const moment of early) {
      assert.equal(chinaTime(printed(moment)), '0001-01-01T08:00:00.000000+08:00')
      assert.equal(utcTime(printed(moment)), '0001-01-01T00:00:00.000Z')
    }
    for (const moment of ['10000-01-01 13:59:59+00', '294276-12-31 23:59:59.999999+00', 'infinity']) {
      assert.equal(chinaTime(printed(moment)), '9999-12-31T23:59:59.999999+08:00')
      assert.equal(utcTime(printed(moment)), '9999-12-31T23:59:59.999Z')
    }
    assert.equal(chinaTime(printed('9999-12-31 15:04:05+00')), '9999-12-31T23:04:05.000000+08:00')
    assert.equal(chinaTime(printed('9999-12-31 16:04:05+00')), '9999-12-31T23:04:05.000000+08:00')
    assert.equal(utcTime(printed('0001-01-01 00:00:00+00')), '0001-01-01T00:00:00.000Z')
  })

  it('refuses a timestamp that is not in UTC', () => {
    assert.throws(() => chinaTime(printed('2024-06-03 14:47:43+02')), RangeError)
    assert.throws(() => utcTime(printed('2024-06-03 14:47:43')), RangeError)
  })
})
