import type { components } from '../../../generated/waste-sorting.js'
import { problemTable, type ProblemResponse } from '../../http/problems.js'
import type { Issue } from '../../domain-error.js'
import { commonProblems, HIDDEN_CHARACTERS, WEAK_PASSWORD } from '../../http/chinese-problems.js'
import { fieldErrors, refusedField } from '../../http/field-errors.js'

type Problem = components['schemas']['Problem']

const problem = (_status: number, message: string): Problem => ({ message })

const OPERATION_TEXTS: Record<string, string> = {
  getUser: '无效的状态值',
  setUserStatus: '无效的状态值',
  setUserPassword: '缺少新密码'
}

export const problems = problemTable(problem, {
  ...commonProblems,
  malformed: (_, operationId) => ({ status: 400, body: problem(400, incompleteMessage([], operationId)) }),
  invalid: ({ issues }, operationId) => {
    const body: Problem = { message: incompleteMessage(issues, operationId), errors: fieldErrors(issues) }
    return { status: 400, body }
  },

  'token-missing': [401, '缺少认证令牌'],
  'token-malformed': [401, '令牌格式错误，应为 "Bearer <token>"'],
  'token-expired': [401, '令牌已过期'],
  'token-invalid': [401, '无效的令牌'],
  'token-revoked': [401, '无效的令牌'],
  'caller-removed': [401, '无效的用户'],
  'caller-disabled': [403, '该账户已被封禁'],
  'right-missing': [403, '需要管理员权限'],

  'unknown-login': [401, '用户名或密码错误'],
  'wrong-password': [401, '用户名或密码错误'],
  'login-failed': [401, '用户名或密码错误'],
  'login-disabled': [403, '该账户已被封禁，请联系管理员'],
  'wrong-current-password': [403, '当前密码不正确'],
  'name-taken': [409, '用户名已存在'],
  'hidden-characters': () => refused('username', HIDDEN_CHARACTERS),
  'weak-password': ({ field = '' }) => refused(field, WEAK_PASSWORD),
  'account-not-found': [404, '用户不存在'],
  'session-not-found': [404, '会话不存在'],
  'own-account': [400, '不能封禁自己'],
  'last-administrator': [400, '不能封禁最后一个管理员']
})

function refused(field: string, message: string): ProblemResponse {
  return { status: 400, body: refusedField(field, message) satisfies Problem }
}

/**
 * The document has one text for each operation: getUser takes nothing but an id, so its text is that of a bad id too. Elsewhere
 * a request of which the path alone is wrong is answered with the name of the parameter.
 */
function incompleteMessage(issues: Issue[], operationId: string | undefined): string {
  const [issue] = issues
  const ofPath = issue !== undefined && issues.every(({ path }) => path[0] === 'path')
  if (ofPath && operationId !== 'getUser') return `无效的${issue.label ?? '请求地址'}`
  return OPERATION_TEXTS[operationId ?? ''] ?? '请求参数不完整'
}
