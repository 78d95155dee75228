/** The fields that a message is about; the login calls the name of an account `name`. */
const FIELDS: Record<string, string[]> = {
  用户名已存在: ['username'],
  用户名不存在: ['name'],
  用户密码错误: ['password']
}

interface Refusal {
  message: string
  fields: Record<string, string>
}

interface Body {
  message?: string
  detail?: string
  data?: { errors?: { path: string; message: string }[] } | null
}

/** What a refusal of tms says: its message, or those of the fields that 422 names. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', detail = '', data } = (body ?? {}) as Body
  const errors = data?.errors ?? []
  if (errors.length > 0) {
    return {
      message: errors.map((error) => error.message).join('；'),
      fields: Object.fromEntries(errors.flatMap((error) => fieldsOf(error.path).map((name) => [name, error.message])))
    }
  }
  const fields = Object.fromEntries((FIELDS[message] ?? []).map((name) => [name, message]))
  return { message: message || detail, fields }
}

const fieldsOf = (path: string): string[] => (path === 'username' ? ['username', 'name'] : [path])
