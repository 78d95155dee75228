import type { components } from '../../../generated/julong.js'
import { problemTable, type ProblemResponse } from '../../http/problems.js'
import { commonProblems, HIDDEN_CHARACTERS, secondFactorProblems, WEAK_PASSWORD } from '../../http/chinese-problems.js'
import { areOfBody, fieldErrors, refusedField } from '../../http/field-errors.js'

type Problem = components['schemas']['Problem']

const problem = (status: number, message: string): Problem => ({ data: null, meta: { message, status } })

const INVALID = '请求参数错误'
const FORBIDDEN = '没有访问权限'
const BAD_TOKEN = '无效token'
const BAD_LOGIN = '用户名或密码错误'

export const problems = problemTable(problem, {
  ...commonProblems,
  ...secondFactorProblems,
  'internal-error': [500, '内部错误'],
  // A body that cannot be parsed is met by an operation; a broken address is met by none.
  malformed: (_, operationId) => ({
    status: 400,
    body: operationId === undefined ? problem(400, INVALID) : problem(501, '数据格式校验错误')
  }),
  invalid: ({ issues }) => {
    const status = areOfBody(issues) ? 422 : 400
    const body: Problem = { data: null, meta: { message: INVALID, status, errors: fieldErrors(issues) } }
    return { status, body }
  },

  'token-missing': [401, BAD_TOKEN],
  'token-malformed': [401, BAD_TOKEN],
  'token-expired': [401, BAD_TOKEN],
  'token-invalid': [401, BAD_TOKEN],
  'token-revoked': [401, BAD_TOKEN],
  'caller-removed': [401, BAD_TOKEN],
  'caller-disabled': [401, BAD_TOKEN],
  'right-missing': [403, FORBIDDEN],

  'unknown-login': [400, BAD_LOGIN],
  'wrong-password': [400, BAD_LOGIN],
  'login-failed': [400, BAD_LOGIN],
  'login-disabled': [403, '该用户已被禁用'],
  'wrong-current-password': [400, '当前密码不正确'],
  'name-taken': [422, '用户名已存在'],
  'hidden-characters': (_, operationId) => refused(nameField(operationId), HIDDEN_CHARACTERS),
  'weak-password': ({ field = '' }) => refused(field, WEAK_PASSWORD),
  'account-not-found': [404, '用户不存在'],
  'session-not-found': [404, '会话不存在'],
  'role-name-taken': [422, '角色名称已存在'],
  'role-not-found': [404, '角色不存在'],
  'right-not-found': [404, '权限不存在'],
  outranked: [403, FORBIDDEN],
  'grant-exceeds-rights': [403, FORBIDDEN],
  'built-in-role': [403, '不能删除超级管理员角色或更改其权限'],
  'last-administrator': [403, '不能删除、禁用或降级最后一个超级管理员']
})

/** The field that has the new name of an account or a role. */
function nameField(operationId: string | undefined): string {
  if (operationId === 'registerUser') return 'user'
  return operationId === 'createRole' || operationId === 'updateRole' ? 'roleName' : 'userName'
}

function refused(field: string, message: string): ProblemResponse {
  const body: Problem = { data: null, meta: { status: 422, ...refusedField(field, message) } }
  return { status: 422, body }
}
