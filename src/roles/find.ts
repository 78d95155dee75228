import type { Knex } from 'knex'
import { domainError } from '../domain-error.js'

export interface Role {
  id: number
  name: string
  description: string
}

/** The built-in role that has every right without being granted any. */
export const SUPER_ADMINISTRATOR = 0

/** The role of an account that has none; it is in the table, and is nothing that anyone may see or assign. */
export const NO_ROLE = -1

const COLUMNS = ['id', 'name', 'description']

/** Throws `role-not-found`. */
export async function findRole(db: Knex, id: number): Promise<Role> {
  const role: Role | undefined = await db('julong.roles').where({ id }).whereNot('id', NO_ROLE).first(COLUMNS)
  if (role === undefined) throw domainError('role-not-found')
  return role
}

/** Every role by id, with the ids of the rights that it was granted. */
export async function allRoles(db: Knex): Promise<(Role & { rightIds: number[] })[]> {
  const granted = db.raw(
    'array(select g.right_id from julong.role_rights g where g.role_id = julong.roles.id) as "rightIds"'
  )
  return db('julong.roles').whereNot('id', NO_ROLE).orderBy('id').select(COLUMNS).select(granted)
}
