import { DomainError, type Issue } from '../domain-error.js'
import { bodySchema } from './body-schema.js'
import type { Operation } from './contract.js'
import { integersToo } from './other-forms.js'

interface Field {
  name: string
  in: string
  description?: string
}

interface Described {
  description?: string
  format?: string
  /** Of a schema that is shared and given a default. */
  allOf?: Described[]
}

/** The words before the first mark in a description that begins in Chinese: `用户名，不能为空` → `用户名`. */
const LABEL = /^\p{Script=Han}[^，。；：、,.;:（(]*/u

/**
 * An `invalid` error whose issues have fields and labels as the operation describes them, `weak-password` with the field of
 * the new password; every other error as it is.
 */
export function nameFields(error: unknown, operation: Operation): unknown {
  if (!(error instanceof DomainError)) return error
  if (error.code === 'weak-password') {
    return new DomainError('weak-password', { field: fieldOfFormat(operation, 'new-password') }, { cause: error })
  }
  if (error.code !== 'invalid') return error
  const { issues } = error.details as { issues: Issue[] }
  return new DomainError('invalid', { issues: issues.map((issue) => described(operation, issue)) }, { cause: error })
}

function described(operation: Operation, issue: Issue): Issue {
  const path = pathOf(operation, issue)
  const params = { ...issue.params, ...(issue.rule === 'type' && integersToo(operation, path)) }
  return { ...issue, path, label: labelOf(operation, path), params }
}

function pathOf(operation: Operation, { path, rule, params = {} }: Issue): Issue['path'] {
  if (path.length > 1 || rule !== 'format') return path
  const name = fieldOfFormat(operation, params.format)
  return name === undefined ? path : [...path, name]
}

function fieldOfFormat(operation: Operation, wanted: unknown): string | undefined {
  const properties = Object.entries((bodySchema(operation)?.properties ?? {}) as Record<string, Described>)
  return properties.find(([, { format }]) => format === wanted)?.[0]
}

function labelOf(operation: Operation, [place, name]: Issue['path']): string | undefined {
  if (name === undefined) return undefined
  const description = place === 'body' ? bodyText(operation, name) : parameterText(operation, place, name)
  return description?.match(LABEL)?.[0].trim() ?? String(name)
}

function bodyText(operation: Operation, name: string | number): string | undefined {
  const { description, allOf = [] } = (bodySchema(operation)?.properties?.[name] ?? {}) as Described
  return description ?? allOf.find((part) => part.description !== undefined)?.description
}

function parameterText({ parameters = [] }: Operation, place: unknown, name: string | number): string | undefined {
  return (parameters as Field[]).find((field) => field.in === place && field.name === name)?.description
}
