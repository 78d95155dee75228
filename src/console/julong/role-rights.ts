import { confirm } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { rightIdsOf, type Authority } from './authority.ts'
import { readMenus } from './menus.ts'
import { RightsCatalogue } from './rights-catalogue.ts'
import { differenceOf, heldOf, idsOf, type Held } from './rights-state.ts'
import { readAuthority, readRightsTree, readRoles, roleChanges, roleOf, type Role } from './roles.ts'
import { session } from './session.ts'
import { t } from './role-texts.ts'

export interface LoadedRole {
  role: Role
  catalogue: RightsCatalogue
  authority: Authority
  /** What the role holds, as `grantRoleRights` takes it. */
  rids: string
}

export async function readRoleRights(id: number): Promise<LoadedRole> {
  const [roles, tree, authority] = await Promise.all([readRoles(), readRightsTree(), readAuthority()])
  const role = roleOf(roles, id)
  const catalogue = new RightsCatalogue(tree)
  return { role, catalogue, authority, rids: ridsOf(catalogue, role) }
}

function ridsOf(catalogue: RightsCatalogue, { children }: Role): string {
  return idsOf(catalogue, heldOf(catalogue, rightIdsOf(children))).join(',')
}

export function heldIn(catalogue: RightsCatalogue, rids: string): Held {
  return heldOf(catalogue, rids.split(',').map(Number))
}

/** What another saved since the rights were loaded. */
export interface Conflict {
  lines: string[]
  /** What the role holds now. */
  rids: string
}

export async function findConflict({ role, catalogue }: LoadedRole, saved: string): Promise<Conflict | undefined> {
  const rids = ridsOf(catalogue, roleOf(await readRoles(), role.id))
  return rids === saved ? undefined : { rids, lines: changesOf(catalogue, saved, rids).lines }
}

export async function grant({ role }: LoadedRole, rids: string): Promise<void> {
  await session.call((api) => api.grantRoleRights({ path: { roleId: role.id }, body: { rids } }))
  roleChanges.tellOthers([role.id])
  notify(t('rights.saved', { name: role.roleName }))
  await readMenus()
}

interface Changes {
  granted: number
  revoked: number
  /** Names after a plus or a minus. */
  lines: string[]
}

function changesOf(catalogue: RightsCatalogue, before: string, after: string): Changes {
  const { granted, revoked } = differenceOf(catalogue, heldIn(catalogue, before), heldIn(catalogue, after))
  const lines = [
    ...catalogue.namesOf(granted).map((name) => `+ ${name}`),
    ...catalogue.namesOf(revoked).map((name) => `− ${name}`)
  ]
  return { granted: granted.length, revoked: revoked.length, lines }
}

/** Asks before the rights of a role are replaced; one that loses all has its name typed. */
export function askToSave({ role, catalogue }: LoadedRole, before: string, after: string): Promise<boolean> {
  const { roleName: name } = role
  const { lines, ...counts } = changesOf(catalogue, before, after)
  return confirm({
    title: t('rights.saveTitle', { name }),
    text: t(after === '' ? 'rights.saveEmpty' : 'rights.saveText', counts),
    lines,
    action: t('rights.save'),
    danger: counts.revoked > 0,
    ...(after === '' && { typed: name })
  })
}
