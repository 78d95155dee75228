import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Timestamp } from '../src/database/types.js'
import { chinaTime, utcTime } from '../src/timestamps.js'

const printed = (text: string): Timestamp => text as Timestamp

describe('timestamps', () => {
  it('shows the moment on a clock in China, to the microsecond', () => {
    assert.equal(chinaTime(printed('2024-06-01 00:04:06.654597+00')), '2024-06-01T08:04:06.654597+08:00')
    assert.equal(chinaTime(printed('2024-05-31 16:04:06.654597+00')), '2024-06-01T00:04:06.654597+08:00')
    assert.equal(chinaTime(printed('2023-12-31 23:59:59.999999+00')), '2024-01-01T07:59:59.999999+08:00')
    assert.equal(chinaTime(printed('2024-02-28 20:00:00.000001+00')), '2024-02-29T04:00:00.000001+08:00')
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

  it('refuses a timestamp that is not in UTC', () => {
    assert.throws(() => chinaTime(printed('2024-06-03 14:47:43+02')), RangeError)
    assert.throws(() => utcTime(printed('2024-06-03 14:47:43')), RangeError)
  })
})
