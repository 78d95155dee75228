import type { components } from '../../../generated/user-login.js'
import type { Issue } from '../../domain-error.js'

type ValidationIssue = components['schemas']['ValidationIssue']
type Words = Pick<ValidationIssue, 'msg' | 'type'>

const PASSWORD: Words = { msg: 'Value error, the password is too short or too long', type: 'value_error' }
const FORMATS: Record<string, Words> = {
  email: { msg: 'value is not a valid email address', type: 'value_error' },
  uuid: { msg: 'Input should be a valid UUID', type: 'uuid_parsing' },
  password: PASSWORD,
  'new-password': PASSWORD
}

/** The issues in the words of FastAPI, one for each field: the first. */
export function validationIssues(issues: Issue[]): ValidationIssue[] {
  const byField = new Map<string, ValidationIssue>()
  for (const issue of issues) {
    const field = JSON.stringify(issue.path)
    if (!byField.has(field)) byField.set(field, { loc: issue.path, ...wordsFor(issue) })
  }
  return [...byField.values()]
}

function wordsFor({ rule, message, params = {} }: Issue): Words {
  switch (rule) {
    case 'required':
      return { msg: 'Field required', type: 'missing' }
    case 'type':
      return params.type === 'object'
        ? {
            msg: 'Input should be a valid dictionary or object to extract fields from',
            type: 'model_attributes_type'
          }
        : {
            msg: `Input should be a valid ${String(params.type)}${integers(params)}`,
            type: `${String(params.type)}_type`
          }
    case 'minLength':
      return { msg: `String should have at least ${characters(params.limit)}`, type: 'string_too_short' }
    case 'maxLength':
      return { msg: `String should have at most ${characters(params.limit)}`, type: 'string_too_long' }
    case 'pattern':
      return { msg: `String should match pattern '${String(params.pattern)}'`, type: 'string_pattern_mismatch' }
    case 'format':
      return FORMATS[String(params.format)] ?? otherWords(message)
    case 'text':
      return {
        msg: 'Input should be a valid string, unable to parse raw data as a unicode string',
        type: 'string_unicode'
      }
    default:
      return otherWords(message)
  }
}

function integers({ from, to }: Record<string, unknown>): string {
  return typeof to === 'number' ? `, or an integer from ${String(from)} to ${String(to)}` : ''
}

function characters(limit: unknown): string {
  return limit === 1 ? '1 character' : `${String(limit)} characters`
}

function otherWords(message: string): Words {
  return { msg: `Value error, ${message}`, type: 'value_error' }
}
