import type { Knex } from 'knex'
import type { Realm } from '../realms/realm.js'

/** A role that an account of the realm may have; −1, no role, is one of julong's. */
export interface RealmRole {
  id: number
  /** Empty where it has none. */
  name: string
  /** Every installation has it, under this number. */
  builtIn: boolean
}

/** All roles of a realm by id; none where accounts have no role. */
export async function rolesOfRealm(db: Knex, { roles }: Pick<Realm, 'roles'>): Promise<RealmRole[]> {
  if (roles === undefined) return []
  if ('fixed' in roles) return roles.fixed.map((id) => ({ id, name: '', builtIn: true }))
  const rows = (await db(roles.table).select('id', 'name').orderBy('id')) as { id: number; name: string }[]
  return rows.map((role) => ({ ...role, builtIn: roles.isBuiltIn(role.id) }))
}
