import { CODE_FIELDS, fieldsOf, MUST_ENROL, type Refusal, type RefusedField } from '../session/refusal.ts'

interface Body {
  meta?: { message?: string; errors?: RefusedField[] }
}

/** A name that is taken belongs to this field, whichever of the two the form has. */
const FIELDS: Record<string, string | string[]> = {
  ...CODE_FIELDS,
  用户名已存在: ['userName', 'user'],
  角色名称已存在: 'roleName',
  当前密码不正确: 'currentPassword'
}

/** What a refusal of julong says: `meta.message`, and of each field that it refuses `meta.errors`. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', errors = [] } = (body as Body | null)?.meta ?? {}
  const taken = [FIELDS[message] ?? []].flat().map((path) => ({ path, message }))
  return { message, fields: fieldsOf([...taken, ...errors]), mustEnrol: message === MUST_ENROL }
}
