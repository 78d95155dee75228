import type { Knex } from 'knex'
import { preparedQuery } from '../database/queries/prepared.js'
import type { Realm, RealmRoles } from '../realms/realm.js'

/** Accounts of one role, one state and one range of points, but those that are removed. */
export interface AccountGroup {
  roleId: number
  /** Empty where the role has none. */
  roleName: string
  /** Null together with `pointsFrom`: no account has the role. */
  disabled: boolean | null
  /** The fewest points of the range, one of `POINTS_FROM`; 0 in a realm without points. */
  pointsFrom: number | null
  accounts: number
  /** The sum of their points. */
  points: number
}

/** The fewest points of each range, as the trigger has them; fewer than 0 are in the first range. */
export const POINTS_FROM = [0, 1, 100, 500, 1_000, 5_000, 10_000]

/** What triggers count of the accounts of a realm that has roles, by role; every role is there. Empty without roles. */
export async function accountGroups(db: Knex, { name, roles }: Pick<Realm, 'name' | 'roles'>): Promise<AccountGroup[]> {
  if (roles === undefined) return []
  const text = `
    select r.id as "roleId", r.name as "roleName", g.disabled, g.points_from as "pointsFrom",
      coalesce(sum(g.accounts), 0)::bigint as accounts, coalesce(sum(g.points), 0)::bigint as points
    from (${rolesIn(roles)}) r (id, name)
    left join quintet.account_groups g on g.realm = $1 and g.role_id = r.id
    group by r.id, r.name, g.disabled, g.points_from order by r.id`
  return preparedQuery<AccountGroup>(db, `groups of ${name}`, text, [name])
}

function rolesIn(roles: RealmRoles): string {
  if ('table' in roles) return `select id, name from ${roles.table}`
  return `values ${roles.fixed.map((id) => `(${id}, '')`).join(', ')}`
}

/** How many accounts of the groups have each of these values. */
export function countsBy<Value>(
  groups: AccountGroup[],
  values: readonly Value[],
  valueOf: (group: AccountGroup) => Value | null
): { value: Value; count: number }[] {
  return values.map((value) => ({ value, count: accountsIn(groups.filter((group) => valueOf(group) === value)) }))
}

/** How many accounts all of the groups have. */
export function accountsIn(groups: AccountGroup[]): number {
  return groups.reduce((sum, { accounts }) => sum + accounts, 0)
}
