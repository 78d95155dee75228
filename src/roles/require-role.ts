import type { Knex } from 'knex'
import type { Realm } from '../accounts/realm.js'
import { refuse } from '../refusal.js'
import { requireBackOfficeRole } from './back-office-roles.js'
import { findRole, NO_ROLE } from './find.js'

/** The roles of waste-sorting stand in no table. */
const WASTE_SORTING_ROLES = [0, 1]

/** Throws `role-not-found` for what an account of the realm cannot have as its role, or for a realm without roles. */
export async function requireRole(db: Knex, realm: Realm, id: number): Promise<void> {
  if (realm.name === 'back-office') return requireBackOfficeRole(db, id)
  if (realm.name === 'julong') {
    if (id !== NO_ROLE) await findRole(db, id)
  } else if (realm.name !== 'waste-sorting' || !WASTE_SORTING_ROLES.includes(id)) {
    throw refuse('role-not-found')
  }
}
