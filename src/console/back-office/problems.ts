import { fieldsOf, type Refusal } from '../session/problem.ts'

const DISABLED = '该管理员已被禁用'

/** Fields of messages that come without `errors`. */
const FIELDS: Record<string, string> = { 用户名已存在: 'name', 角色不存在: 'rid' }

interface Body {
  message?: string
  errors?: { path: string; message: string }[]
}

/** What a refusal of back-office says: `message`, and `errors` of single fields. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', errors } = (body ?? {}) as Body
  const field = FIELDS[message]
  const fields = errors === undefined && field !== undefined ? { [field]: message } : fieldsOf(errors)
  return { message, fields, isBlocked: message === DISABLED }
}
