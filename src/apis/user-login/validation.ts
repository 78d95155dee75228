import type { components } from '../../../generated/user-login.js'
import type { Issue } from '../../domain-error.js'

type ValidationIssue = components['schemas']['ValidationIssue']
type Words = Pick<ValidationIssue, 'msg' | 'type'>

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
      return { msg: formatMessage(params.format), type: 'value_error' }
    case 'text':
      return {
        msg: 'Input should be a valid string, unable to parse raw data as a unicode string',
        type: 'string_unicode'
      }
    default:
      return { msg: `Value error, ${message}`, type: 'value_error' }
  }
}

function integers({ from, to }: Record<string, unknown>): string {
  return typeof to === 'number' ? `, or an integer from ${String(from)} to ${String(to)}` : ''
}

function characters(limit: unknown): string {
  return limit === 1 ? '1 character' : `${String(limit)} characters`
}

function formatMessage(format: unknown): string {
  return format === 'email'
    ? 'value is not a valid email address'
    : 'Value error, the password is too short or too long'
}
