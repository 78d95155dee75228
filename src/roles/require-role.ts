import type { Knex } from 'knex'
import type { Realm } from '../realms/realm.js'
import { domainError } from '../domain-error.js'
import { rolesOfRealm } from './realm-roles.js'

/** Throws `role-not-found` for what an account of the realm cannot have as its role, or for a realm without roles. */
export async function requireRole(db: Knex, realm: Realm, id: number): Promise<void> {
  const roles = await rolesOfRealm(db, realm)
  if (!roles.some((role) => role.id === id)) throw domainError('role-not-found')
}
