import type { components } from '../../../generated/back-office.js'
import { problemTable, type ProblemResponse } from '../../http/problems.js'
import { commonProblems, HIDDEN_CHARACTERS, secondFactorProblems, WEAK_PASSWORD } from '../../http/chinese-problems.js'
import { areOfBody, fieldErrors, refusedField } from '../../http/field-errors.js'

type Problem = components['schemas']['Problem']

const problem = (_status: number, message: string): Problem => ({ message })

export const problems = problemTable(problem, {
  ...commonProblems,
  ...secondFactorProblems,
  malformed: [400, '请求参数错误'],
  invalid: ({ issues }) => {
    const body: Problem = { message: '请求参数错误', errors: fieldErrors(issues) }
    return { status: areOfBody(issues) ? 422 : 400, body }
  },

  'token-missing': [401, '无效token'],
  'token-malformed': [401, '无效token'],
  'token-expired': [401, '无效token'],
  'token-invalid': [401, '无效token'],
  'token-revoked': [401, '无效token'],
  'caller-removed': [401, '无效token'],
  'caller-disabled': [403, '该管理员已被禁用'],
  'right-missing': [403, '没有访问权限'],

  'unknown-login': [400, '用户名或密码错误'],
  'wrong-password': [400, '用户名或密码错误'],
  'login-failed': [400, '用户名或密码错误'],
  'login-disabled': [403, '该管理员已被禁用'],
  'wrong-current-password': [400, '当前密码不正确'],
  'name-taken': [409, '用户名已存在'],
  'hidden-characters': () => refused('name', HIDDEN_CHARACTERS),
  'weak-password': ({ field = '' }) => refused(field, WEAK_PASSWORD),
  'account-not-found': [404, '管理员不存在'],
  'session-not-found': [404, '会话不存在'],
  'role-not-found': [404, '角色不存在'],
  'last-administrator': [403, '至少保留一个启用的管理员']
})

function refused(field: string, message: string): ProblemResponse {
  return { status: 422, body: refusedField(field, message) satisfies Problem }
}
