import type { RealmRole } from '../roles/realm-roles.js'
import type { TransferredAccount } from './columns.js'

export interface RoleOptions {
  /** Goes by the name of a role, whatever its number, and makes the roles that are missing. */
  createRoles: boolean
  /** Takes the number of a role that has no name beside it. */
  rolesByNumber: boolean
}

/** The role of an account here: its id, the name of a role that is to be made, or why there is none. */
export type RoleFound = { id?: number } | { make: string } | { problem: string }

/** Finds the roles that accounts of another installation have among those of this one. */
export function createRoleFinder(
  roles: RealmRole[],
  { createRoles, rolesByNumber }: RoleOptions
): (account: TransferredAccount) => RoleFound {
  const byId = new Map(roles.map((role) => [role.id, role]))

  function byNumber(id: number): RoleFound {
    const here = byId.get(id)
    if (here === undefined) return { problem: `there is no role ${id}` }
    if (here.builtIn || rolesByNumber) return { id }
    return { problem: `role_id ${id} has no role beside it, and may be another role here; see --roles-by-number` }
  }

  function byName(name: string): RoleFound {
    const [here, another] = roles.filter((role) => role.name === name)
    if (another !== undefined) return { problem: `there are several roles ${name}` }
    if (here !== undefined) return { id: here.id }
    return createRoles ? { make: name } : { problem: `there is no role ${name}; --roles makes it` }
  }

  function byBoth(id: number, name: string): RoleFound {
    const here = byId.get(id)
    if (here?.name === name) return { id }
    if (here !== undefined && (here.builtIn || !createRoles)) {
      return { problem: `role ${id} is ${here.name || 'no role'} here, not ${name}` }
    }
    if (!createRoles) return { problem: `there is no role ${id} (${name}); --roles makes it` }
    if (roles.some((role) => role.builtIn && role.name === name)) {
      return { problem: `${name} is role ${id} there and a role of every installation here` }
    }
    return byName(name)
  }

  return ({ role_id: id, role: name }) => {
    if (name !== undefined) return id === undefined ? byName(name) : byBoth(id, name)
    return id === undefined ? {} : byNumber(id)
  }
}
