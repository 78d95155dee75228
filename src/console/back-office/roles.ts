import { reading } from '../session/session.ts'
import { session, type Role } from './session.ts'

export async function readRoles(): Promise<Role[]> {
  return (await session.call((api) => api.listRoles({ ...reading }))).body
}

/** For a choice of a role, by `rid`. */
export const choicesOf = (roles: readonly Role[] = []): { value: string; label: string }[] =>
  roles.map(({ rid, role, description }) => ({ value: String(rid), label: `${role} (${description})` }))
