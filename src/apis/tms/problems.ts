import type { components } from '../../../generated/tms.js'
import { problemTable, type ProblemResponse } from '../../http/problems.js'
import { commonProblems, HIDDEN_CHARACTERS, WEAK_PASSWORD } from '../../http/chinese-problems.js'
import { fieldErrors, refusedField, type FieldError } from '../../http/field-errors.js'

type Schemas = components['schemas']

const problem = (status: number, message: string): Schemas['Problem'] => ({ code: status, message, data: null })

export const problems = problemTable(problem, {
  ...commonProblems,
  malformed: [400, '请求格式错误'],
  invalid: ({ issues }) => invalidFields(fieldErrors(issues)),

  'token-missing': () => unauthenticated('Not authenticated'),
  'token-malformed': () => unauthenticated('Could not validate credentials'),
  'token-expired': () => unauthenticated('Could not validate credentials'),
  'token-invalid': () => unauthenticated('Could not validate credentials'),
  'token-revoked': () => unauthenticated('Could not validate credentials'),
  'caller-removed': () => unauthenticated('Could not validate credentials'),
  'caller-disabled': () => unauthenticated('Could not validate credentials'),
  // Met by callers alone, about themselves: the account went away after its token was looked at.
  'account-not-found': () => unauthenticated('Could not validate credentials'),
  'right-missing': [403, '没有操作权限'],

  'unknown-login': ({ name }) => accountProblem('用户名不存在', name),
  'wrong-password': ({ name }) => accountProblem('用户密码错误', name),
  'login-failed': ({ name }) => accountProblem('用户密码错误', name),
  'login-disabled': [400, '用户已被禁用'],
  'name-taken': ({ name }) => accountProblem('用户名已存在', name),
  'hidden-characters': () => invalidFields(refusedField('username', HIDDEN_CHARACTERS).errors),
  'weak-password': ({ field = '' }) => invalidFields(refusedField(field, WEAK_PASSWORD).errors),
  'session-not-found': [404, '会话不存在'],
  'task-not-found': [404, '任务不存在'],
  'not-permitted': [403, '没有操作权限']
})

function accountProblem(message: string, username: string): ProblemResponse {
  const body: Schemas['AccountProblem'] = { code: 400, message, data: { username } }
  return { status: 400, body }
}

function unauthenticated(detail: string): ProblemResponse {
  const body: Schemas['AuthenticationProblem'] = { detail }
  return { status: 401, body, headers: { 'WWW-Authenticate': 'Bearer' } }
}

function invalidFields(errors: FieldError[]): ProblemResponse {
  const body: Schemas['ValidationProblem'] = { code: 422, message: '请求参数错误', data: { errors } }
  return { status: 422, body }
}
