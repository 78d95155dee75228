import { fieldOf, fieldsOf, type Refusal, type RefusedField } from '../session/refusal.ts'

const BANNED = '该账户已被封禁'

/** Fields of messages that come without `errors`. */
const FIELDS: Record<string, string> = {
  用户名已存在: 'username',
  缺少新密码: 'new_password',
  当前密码不正确: 'current_password'
}

interface Body {
  message?: string
  errors?: RefusedField[]
}

/** What a refusal of waste-sorting says: `message`, and `errors` of single fields. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', errors } = (body ?? {}) as Body
  const fields = errors === undefined ? fieldOf(FIELDS, message) : fieldsOf(errors)
  return { message, fields, isBlocked: message === BANNED }
}
