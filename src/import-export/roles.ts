import { canonicalName } from '../realms/names.js'
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

const NAME_IT = 'write the name of the role beside it, as role'

/** Finds the roles that accounts of another installation have among those of this one. */
export class RoleFinder {
  /** The names of roles to make, as they were spelled first, by their canonical form. */
  readonly #made = new Map<string, string>()
  readonly #byCanonicalName: Map<string, RealmRole>

  constructor(
    readonly roles: RealmRole[],
    readonly options: RoleOptions
  ) {
    this.#byCanonicalName = new Map(roles.map((role) => [canonicalName(role.name), role]))
  }

  find({ role_id: id, role: name }: TransferredAccount): RoleFound {
    if (name !== undefined) return id === undefined ? this.#byName(name) : this.#byBoth(id, name)
    return id === undefined ? {} : this.#byNumber(id)
  }

  #byNumber(id: number): RoleFound {
    const here = this.#withId(id)
    if (here === undefined) return { problem: `there is no role ${id}; ${NAME_IT}` }
    if (here.builtIn || this.options.rolesByNumber) return { id }
    return {
      problem: `role_id ${id} has no role beside it, and may be another role here; ${NAME_IT}, or give --roles-by-number`
    }
  }

  #byName(name: string): RoleFound {
    const canonical = canonicalName(name)
    const here = this.#byCanonicalName.get(canonical)
    if (here !== undefined) return { id: here.id }
    if (!this.options.createRoles) return { problem: `there is no role ${name}; --roles makes it` }
    const spelling = this.#made.get(canonical) ?? name
    this.#made.set(canonical, spelling)
    return { make: spelling }
  }

  #byBoth(id: number, name: string): RoleFound {
    const here = this.#withId(id)
    const { createRoles } = this.options
    if (here?.name === name) return { id }
    if (here !== undefined && (here.builtIn || !createRoles)) {
      return { problem: `role ${id} is ${otherThan(here, name)}` }
    }
    if (!createRoles) return { problem: `there is no role ${id} (${name}); --roles makes it` }
    const standing = this.roles.find((role) => role.builtIn && role.name === name)
    if (standing !== undefined) return { problem: `${name} is role ${id} there and ${ofEvery(standing)}` }
    return this.#byName(name)
  }

  #withId(id: number): RealmRole | undefined {
    return this.roles.find((role) => role.id === id)
  }
}

function otherThan({ name, builtIn }: RealmRole, other: string): string {
  const next = builtIn ? 'leave out role_id to go by the name' : '--roles goes by the name'
  return `${name || 'no role'} here, not ${other}; ${next}`
}

function ofEvery({ id }: RealmRole): string {
  return `role ${id} of every installation here; write role_id ${id} if that one is meant, or another role`
}
