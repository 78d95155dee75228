import fc, { type Arbitrary } from 'fast-check'
import type { Fits, Schema } from './schema.js'

/** Texts that break programs which mistake them for something else, or count them wrong. */
const ODD_TEXTS = [
  "' or 1=1 --",
  '"; drop table users; --',
  '%',
  '_',
  '\\',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'null',
  'NaN',
  '__proto__',
  '١٢٣',
  '\u202egnirts',
  '\ufeff',
  '\ufffd',
  '\r\nSet-Cookie: a=b',
  '👩‍👩‍👧‍👦',
  'ﷺ',
  'İıſß',
  ' padded\u3000'
]
/** None is text that PostgreSQL can hold. */
export const BAD_TEXTS = ['\u0000', 'a\u0000b', '\ud800', 'a\udfff', '\udc00\ud800']
const WRONG_TYPES = [null, true, 0, 1.5, '1', 'x', [], ['x'], {}, { x: 1 }]
const WRONG_NUMBERS = [
  ...[-1, 0, 0.5, 1.001, 1e-9, 1e8, 1e21, 1e308],
  ...[2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64]
]

const MAX_TIME = new Date('9999-12-31T23:59:59.999Z')

/** Times from 1972 on, since when the offset of every time zone is a multiple of 15 minutes. */
export function times(max: Date): Arbitrary<Date> {
  return fc.date({ min: new Date('1972-01-01T00:00:00Z'), max, noInvalidDate: true })
}

/** Values that the schema takes, at its limits too. */
export function fitting(schema: Schema, fits: Fits): Arbitrary<unknown> {
  const value = candidates(schema).filter((candidate) => fits(schema, candidate))
  return schema.nullable ? fc.option(value, { freq: 6 }) : value
}

/** Values that the schema does not take; for an object, with one thing wrong. */
export function breaking(schema: Schema, fits: Fits): Arbitrary<unknown> {
  return wrong(schema, fits).filter((candidate) => !fits(schema, candidate))
}

function candidates(schema: Schema): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(candidates))
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? -0x80000000, max: schema.maximum ?? 0x7fffffff })
  // Prices, which have two decimal places.
  if (schema.type === 'number') return fc.integer({ min: 0, max: (schema.maximum ?? 0) * 100 }).map((n) => n / 100)
  if (schema.type === 'string') return text(schema)
  throw new Error(`no values for ${JSON.stringify(schema)}`)
}

function text({ format, pattern, minLength = 0, maxLength = 72 }: Schema): Arbitrary<string> {
  if (format === 'email') return fc.emailAddress()
  if (format === 'date-time') return times(MAX_TIME).map((time) => time.toISOString())
  if (format === 'uuid') return fc.uuid().chain((id) => fc.constantFrom(id, id.toUpperCase()))
  // Texts are drawn until one fits: of another format that may take for ever.
  if (format !== undefined && !format.endsWith('password')) throw new Error(`no values for the format ${format}`)
  if (pattern?.startsWith('^')) return fc.stringMatching(new RegExp(pattern))
  const lengths = { minLength, maxLength: Math.min(maxLength, 40) }
  return fc.oneof(
    fc.string({ ...lengths, unit: 'grapheme' }),
    fc.string({ ...lengths, unit: 'binary' }),
    fc.constantFrom(...ODD_TEXTS),
    fc.constantFrom('x', '名', 'ﷺ', '😀').map((character) => character.repeat(maxLength)),
    fc.constant('x'.repeat(minLength))
  )
}

function wrong(schema: Schema, fits: Fits): Arbitrary<unknown> {
  if (schema.type === 'object') return wrongObject(schema, fits)
  const { minimum = 0, maximum = 0, maxLength = 72 } = schema
  return fc.oneof(
    fc.constantFrom(...WRONG_TYPES),
    fc.constantFrom(...WRONG_NUMBERS, minimum - 1, maximum + 1),
    fc.constantFrom(...BAD_TEXTS),
    fc.constantFrom('', ' \t\u3000', 'x'.repeat(maxLength + 1), '名'.repeat(maxLength + 1), '😀'.repeat(maxLength + 1)),
    fc.string({ unit: 'grapheme' })
  )
}

function wrongObject({ properties = {}, required = [] }: Schema, fits: Fits): Arbitrary<unknown> {
  const record = (changed: Record<string, Arbitrary<unknown>>): Arbitrary<unknown> => {
    const whole = Object.entries(properties).map(([name, schema]) => [name, fitting(schema, fits)])
    return fc.record({ ...Object.fromEntries(whole), ...changed })
  }
  const nested = BAD_TEXTS.map((bad) => ({ deep: [bad] }))
  return fc.oneof(
    fc.constantFrom(null, [], 'text', 1, true, [{}]),
    record({ unknown: fc.constantFrom(...BAD_TEXTS, ...nested) }),
    ...Object.entries(properties).map(([name, schema]) => record({ [name]: breaking(schema, fits) })),
    ...required.map((name) => record({ [name]: fc.constant(undefined) }))
  )
}
