import type { Knex } from 'knex'
import { allRoles, SUPER_ADMINISTRATOR, type Role } from './find.js'
import { allRights } from './rights.js'
import { treeOf, type RightNode } from './tree.js'

export interface RoleWithRights extends Role {
  tree: RightNode[]
}

export async function rolesWithRights(db: Knex): Promise<RoleWithRights[]> {
  const [roles, rights] = await Promise.all([allRoles(db), allRights(db)])
  return roles.map(({ rightIds, ...role }) => {
    const granted = new Set(rightIds)
    const held = role.id === SUPER_ADMINISTRATOR ? rights : rights.filter(({ id }) => granted.has(id))
    return { ...role, tree: treeOf(held) }
  })
}
