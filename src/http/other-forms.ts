import { bodySchema } from './body-schema.js'
import type { Operation } from './contract.js'

type Body = Record<string, unknown>

/** A property that clients also send under another name, or as a value of another type. */
interface Property {
  type?: string
  'x-other-name'?: string
  'x-other-type'?: 'number' | 'string'
}

/** `1e3`, ` 1 `, `+1`, `.5` and `007` are none. */
const DECIMAL = /^(0|-?[1-9]\d*)(\.\d+)?$/
/** As many as a double holds of any decimal; of an id it holds more. */
const EXACT_DIGITS = 15

/**
 * Brings a body to the form of its schema: what came under `x-other-name` or as `x-other-type`. What is of neither form
 * stays, for the schema to refuse. Undefined where the operation's fields have one form alone.
 */
export function readOtherForms(operation: Operation): ((body: unknown) => unknown) | undefined {
  const properties = Object.entries((bodySchema(operation)?.properties ?? {}) as Record<string, Property>)
  const steps = properties.flatMap(([name, property]) => stepsOf(name, property))
  if (steps.length === 0) return undefined
  return (body) => {
    if (typeof body === 'object' && body !== null) for (const step of steps) step(body as Body)
    return body
  }
}

type Step = (body: Body) => void

function stepsOf(name: string, { 'x-other-name': otherName, 'x-other-type': otherType }: Property): Step[] {
  const rename = otherName === undefined ? [] : [renameFrom(otherName, name)]
  const convert = otherType === undefined ? [] : [convertFrom(otherType, name)]
  return [...rename, ...convert]
}

function renameFrom(otherName: string, name: string): Step {
  return (body) => {
    if (!Object.hasOwn(body, name) && Object.hasOwn(body, otherName)) body[name] = body[otherName]
  }
}

function convertFrom(otherType: 'number' | 'string', name: string): Step {
  const convert = otherType === 'number' ? textOf : numberOf
  return (body) => {
    if (Object.hasOwn(body, name) && typeof body[name] === otherType) body[name] = convert(body[name])
  }
}

/** The integers that a field of type string takes too, for the message that refuses another value. */
export function integersToo(operation: Operation, [place, name, ...deeper]: (string | number)[]): object {
  if (place !== 'body' || name === undefined || deeper.length > 0) return {}
  const property = bodySchema(operation)?.properties?.[name] as Property | undefined
  return property?.['x-other-type'] === 'number' ? { from: 0, to: Number.MAX_SAFE_INTEGER } : {}
}

function numberOf(value: unknown): unknown {
  const text = String(value)
  return DECIMAL.test(text) && isExact(text) ? Number(text) : value
}

function isExact(decimal: string): boolean {
  const number = Number(decimal)
  return (
    decimal.replace(/\D/g, '').length <= EXACT_DIGITS || (Number.isSafeInteger(number) && String(number) === decimal)
  )
}

/** Telephone numbers: their digits are all that a number keeps of them. */
function textOf(value: unknown): unknown {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? String(value) : value
}
