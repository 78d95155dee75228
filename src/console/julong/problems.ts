import type { Refusal } from '../session/problem.ts'

/** A name that is taken belongs to this field, whichever of the two the form has. */
const FIELDS: Record<string, string[]> = {
  用户名已存在: ['userName', 'user'],
  角色名称已存在: ['roleName']
}

/** What a refusal of julong says: `meta.message`. */
export function refusalOf(body: unknown): Refusal {
  const message = (body as { meta?: { message?: string } } | null)?.meta?.message ?? ''
  const fields = Object.fromEntries((FIELDS[message] ?? []).map((name) => [name, message]))
  return { message, fields }
}
