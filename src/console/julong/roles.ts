import { createChanges } from '../session/changes.ts'
import { Problem } from '../session/problem.ts'
import { reading } from '../session/session.ts'
import { authorityOf, type Authority } from './authority.ts'
import { session, type Schemas } from './session.ts'
import { t } from './role-texts.ts'

export type Role = Schemas['RoleWithRights']

/** Tells other tabs of roles that were added, changed or removed. */
export const roleChanges = createChanges('julong', 'role')

export async function readRoles(signal?: AbortSignal): Promise<Role[]> {
  return (await session.call((api) => api.listRoles({ ...(signal && { signal }), ...reading }))).body.data
}

export async function readRightsTree(): Promise<Schemas['RightNode'][]> {
  return (await session.call((api) => api.listRights({ path: { type: 'tree' }, ...reading }))).body.data
}

/** Throws a `Problem` of status 404 where there is no such role any more. */
export function roleOf(roles: readonly Role[], id: number): Role {
  const role = roles.find((one) => one.id === id)
  if (role === undefined) throw new Problem('refused', { status: 404, message: t('roles.gone') })
  return role
}

/** What the account that is logged in may grant now. */
export async function readAuthority(): Promise<Authority> {
  const { data } = (await session.call((api) => api.getCurrentUser(reading))).body
  return authorityOf(data.role_id, data.rights)
}
