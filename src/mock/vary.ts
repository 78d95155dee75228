import { randomInt } from 'node:crypto'
import { bodySchema } from '../http/body-schema.js'
import type { Contract, Operation } from '../http/contract.js'
import type { Change } from './change.js'
import { isSecret, responseSchema, type Schema } from './schema.js'

/** Another value like this one: the `n`th of many, always the same for one `n`. It fits the schema if the value did. */
export type Vary = (value: unknown, schema: Schema | undefined, n: number) => unknown

const MOST_DYNAMIC = 1_000
const MINUTE_MS = 60_000
/** Digits of a telephone number, at least; a shorter text of digits is a name. */
const NUMBER_DIGITS = 7
const PHONE_NAME = /mobile|phone/i
/** In the place of an example that is no whole number. */
const PHONE = '13800000000'
/** Of so many nullable values one is null. */
const NULL_EVERY = 4

/**
 * Varies moments, booleans, and the values under the names that clients send in the bodies of the contract's operations.
 * What a client cannot set is left: messages, ids, the tree of rights.
 */
export function createVary({ operations }: Contract): Vary {
  const settable = new Set(operations.flatMap(settableNames))
  function vary(value: unknown, schema: Schema | undefined, n: number, name = ''): unknown {
    if (Array.isArray(value)) return value.map((item, index) => vary(item, schema?.items, n + index))
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value)
      return Object.fromEntries(entries.map(([key, part]) => [key, vary(part, schema?.properties?.[key], n, key)]))
    }
    return schema === undefined ? value : varyLeaf(value, schema, n, settable.has(name), PHONE_NAME.test(name))
  }
  return vary
}

function settableNames(operation: Operation): string[] {
  const properties = Object.entries((bodySchema(operation)?.properties ?? {}) as Record<string, Schema>)
  return properties.filter(([, schema]) => !isSecret(schema)).map(([name]) => name)
}

/** `dynamic=true`: other values at each request, in answers of success. */
export function dynamicValues(vary: Vary, operation: Operation, status: number): Change | undefined {
  if (status >= 300) return undefined
  const schema = responseSchema(operation, status)
  return (answer, { preference }) => {
    if (preference.dynamic) answer.body = vary(answer.body, schema, randomInt(1, MOST_DYNAMIC))
  }
}

function varyLeaf(value: unknown, schema: Schema, n: number, isSettable: boolean, isPhone: boolean): unknown {
  const { type, format, enum: choices, nullable, pattern, maximum = Infinity } = schema
  if (value === null) return value
  if (type === 'boolean') return n % 2 === 0 ? value : !value
  if (format === 'date-time') return later(value as string, n)
  if (!isSettable) return value
  if (choices !== undefined) return choices[(choices.indexOf(value) + n) % choices.length]
  if (nullable && n % NULL_EVERY === 0) return null
  if (type === 'number') return Math.min((value as number) + n, maximum)
  if (type !== 'string' || pattern !== undefined) return value
  return anotherText(isPhone && value !== '' && !isNumber(value as string) ? PHONE : (value as string), n)
}

/** So many minutes later, written as before. */
function later(moment: string, minutes: number): string {
  const [toSeconds, rest] = [moment.slice(0, 19), moment.slice(19)]
  return new Date(Date.parse(`${toSeconds}Z`) + minutes * MINUTE_MS).toISOString().slice(0, 19) + rest
}

/** Another for each `n`: a number is counted up, a name gets a number. */
function anotherText(text: string, n: number): string {
  if (text === '') return text
  if (isNumber(text)) return String(BigInt(text) + BigInt(n)).padStart(text.length, '0')
  const [name = '', ...host] = text.split('@')
  return [`${name}${/\d$/.test(name) ? '-' : ''}${n}`, ...host].join('@')
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text) && text.length >= NUMBER_DIGITS
}
