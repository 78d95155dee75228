import { facts } from '../app/server-facts.ts'
import { t } from '../i18n/shared.ts'

/** Why a value cannot be sent, or undefined; `values` are those of all fields. */
export type Rule = (value: string, values: Readonly<Record<string, string>>) => string | undefined

/** What a contract says of a field, as `generated/limits` has it. */
export interface Limit {
  readonly required?: boolean
  readonly type?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly enum?: readonly unknown[]
}

/** bcrypt reads no more of a password. */
const BCRYPT_BYTES = 72

export const required: Rule = (value) => (value.trim() === '' ? t('rule.required') : undefined)

/** The rules of all fields of a request body, from `generated/limits`. */
export function rulesOf<Field extends string>(limits: Readonly<Record<Field, Limit>>): Record<Field, Rule[]> {
  const entries = Object.entries<Limit>(limits).map(([name, limit]) => [name, rulesOfField(limit)])
  return Object.fromEntries(entries) as Record<Field, Rule[]>
}

function rulesOfField(limit: Limit): Rule[] {
  const { maxLength, minimum, maximum, format } = limit
  const mayBeEmpty = limit.minLength === undefined && limit.pattern === undefined && format !== 'email'
  const rules: Rule[] = []
  if (limit.required === true && !mayBeEmpty) rules.push(required)
  if (maxLength !== undefined) rules.push((value) => tooLong(value, maxLength))
  if (limit.type === 'integer' || limit.type === 'number') rules.push((value) => wrongNumber(value, minimum, maximum))
  if (format === 'email')
    rules.push((value) => (value === '' || /^\S+@\S+\.\S+$/.test(value) ? undefined : t('rule.email')))
  if (format === 'new-password') rules.push(newPassword)
  return rules
}

function tooLong(value: string, max: number): string | undefined {
  return [...value].length > max ? t('rule.tooLong', { max }) : undefined
}

function wrongNumber(value: string, minimum = -Infinity, maximum = Infinity): string | undefined {
  if (value === '') return undefined
  const number = Number(value)
  return Number.isNaN(number) || number < minimum || number > maximum ? t('rule.number') : undefined
}

/** Shortest as the server says, longest as most of the APIs hash. */
export const newPassword: Rule = (value) => {
  const normal = value.normalize('NFC')
  const min = facts.value?.passwordMinLength ?? 1
  if (normal === '') return t('rule.required')
  if ([...normal].length < min) return t('rule.passwordShort', { min })
  return new TextEncoder().encode(normal).length > BCRYPT_BYTES
    ? t('rule.passwordLong', { max: BCRYPT_BYTES })
    : undefined
}

/** For a password that is typed twice; `first` gives what was typed first. */
export const sameAs =
  (first: () => string): Rule =>
  (value) =>
    value === first() ? undefined : t('rule.same')
