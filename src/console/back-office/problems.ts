import { CODE_FIELDS, fieldOf, fieldsOf, MUST_ENROL, type Refusal, type RefusedField } from '../session/refusal.ts'

const DISABLED = '该管理员已被禁用'

/** Fields of messages that come without `errors`. */
const FIELDS: Record<string, string> = {
  ...CODE_FIELDS,
  用户名已存在: 'name',
  角色不存在: 'rid',
  当前密码不正确: 'currentPassword'
}

interface Body {
  message?: string
  errors?: RefusedField[]
}

/** What a refusal of back-office says: `message`, and `errors` of single fields. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', errors } = (body ?? {}) as Body
  const fields = errors === undefined ? fieldOf(FIELDS, message) : fieldsOf(errors)
  return { message, fields, isBlocked: message === DISABLED, mustEnrol: message === MUST_ENROL }
}
