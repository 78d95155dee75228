import type { Knex } from 'knex'
import type { RealmName } from '../accounts/realm.js'
import { SUPER_ADMINISTRATOR } from './find.js'

/** A role that an account of the realm may have; −1, no role, is one of julong's. */
export interface RealmRole {
  id: number
  /** Empty where it has none. */
  name: string
  /** Every installation has it, under this number. */
  builtIn: boolean
}

/** All roles of a realm; none where accounts have no role. */
export async function rolesOfRealm(db: Knex, realm: RealmName): Promise<RealmRole[]> {
  if (realm === 'waste-sorting') return [0, 1].map((id) => ({ id, name: '', builtIn: true }))
  if (realm !== 'julong' && realm !== 'back-office') return []
  const table = realm === 'julong' ? 'julong.roles' : 'back_office.roles'
  const rows: { id: number; name: string }[] = await db(table).select('id', 'name').orderBy('id')
  return rows.map((role) => ({ ...role, builtIn: realm === 'back-office' || role.id <= SUPER_ADMINISTRATOR }))
}
