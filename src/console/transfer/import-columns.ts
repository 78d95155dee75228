import { facts } from '../app/server-facts.ts'
import { required, type Limit, type Rule } from '../forms/rules.ts'
import { t } from './texts.ts'

/** What a line may hold: a text for each field of the body that creates a record. */
export interface ImportColumns<Field extends string = string> {
  /** From `generated/limits`. */
  limits: Readonly<Record<Field, Limit>>
  rules: Readonly<Record<Field, readonly Rule[]>>
}

export function fieldsOf<Field extends string>({ limits }: ImportColumns<Field>): Field[] {
  return Object.keys(limits) as Field[]
}

/** The fields that every line has to have. */
export function requiredOf<Field extends string>(columns: ImportColumns<Field>): Field[] {
  return fieldsOf(columns).filter((field) => columns.limits[field].required === true)
}

/** Why a line cannot be sent; undefined where it can. What is empty is left out. */
export function faultOf<Field extends string>(
  columns: ImportColumns<Field>,
  values: Readonly<Record<string, string>>
): string | undefined {
  for (const field of fieldsOf(columns)) {
    const message = faultOfField(columns.limits[field], columns.rules[field], values[field] ?? '', values)
    if (message !== undefined) return `${field}: ${message}`
  }
  return undefined
}

function faultOfField(
  limit: Limit,
  rules: readonly Rule[],
  value: string,
  values: Readonly<Record<string, string>>
): string | undefined {
  if (value === '') return limit.required === true ? required(value, values) : undefined
  const choices = limit.enum?.map(String)
  if (choices !== undefined && !choices.includes(value)) return t('import.noChoice', { choices: choices.join(' / ') })
  return rules.map((rule) => rule(value, values)).find((message) => message !== undefined)
}

/** What the contract says of a field, for the reader. */
export function describe(limit: Limit): string {
  const { required: isRequired, maxLength, minimum, maximum, enum: choices, format } = limit
  return [
    isRequired === true ? t('import.required') : t('import.optional'),
    ...(maxLength !== undefined ? [t('import.atMost', { max: maxLength })] : []),
    ...(minimum !== undefined && maximum !== undefined ? [t('import.between', { minimum, maximum })] : []),
    ...(choices !== undefined ? [choices.join(' / ')] : []),
    ...(format === 'new-password' ? [t('import.password', { min: facts.value?.passwordMinLength ?? 1 })] : [])
  ].join(t('import.comma'))
}
