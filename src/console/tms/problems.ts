import { fieldOf, fieldsOf, type Refusal, type RefusedField } from '../session/refusal.ts'

/** The field that a message is about; the login calls the name of an account `name`. */
const FIELDS: Record<string, string> = {
  用户名已存在: 'username',
  用户名不存在: 'name',
  用户密码错误: 'password'
}

interface Body {
  message?: string
  detail?: string
  data?: { errors?: RefusedField[] } | null
}

/** What a refusal of tms says: its message, or those of the fields that 422 names. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', detail = '', data } = (body ?? {}) as Body
  const errors = data?.errors ?? []
  if (errors.length === 0) return { message: message || detail, fields: fieldOf(FIELDS, message) }
  const ofLogin = errors.filter(({ path }) => path === 'username').map((error) => ({ ...error, path: 'name' }))
  return { message: errors.map((error) => error.message).join('；'), fields: fieldsOf([...errors, ...ofLogin]) }
}
