import type { Knex } from 'knex'
import type { Realm } from '../accounts/realm.js'
import { refuse } from '../refusal.js'
import { rolesOfRealm } from './realm-roles.js'

/** Throws `role-not-found` for what an account of the realm cannot have as its role, or for a realm without roles. */
export async function requireRole(db: Knex, realm: Realm, id: number): Promise<void> {
  const roles = await rolesOfRealm(db, realm.name)
  if (!roles.some((role) => role.id === id)) throw refuse('role-not-found')
}
