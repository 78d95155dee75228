import type { Refusal } from '../session/problem.ts'

interface Body {
  meta?: { message?: string; errors?: { path: string; message: string }[] }
}

/** A name that is taken belongs to this field, whichever of the two the form has. */
const FIELDS: Record<string, string[]> = {
  用户名已存在: ['userName', 'user'],
  角色名称已存在: ['roleName']
}

/** What a refusal of julong says: `meta.message`, and of each field that it refuses `meta.errors`. */
export function refusalOf(body: unknown): Refusal {
  const { message = '', errors = [] } = (body as Body | null)?.meta ?? {}
  const taken = (FIELDS[message] ?? []).map((name) => [name, message])
  const refused = errors.map((error) => [error.path, error.message])
  return { message, fields: Object.fromEntries([...taken, ...refused]) as Record<string, string> }
}
