import type { Knex } from 'knex'
import { domainError } from '../domain-error.js'

/** A row of `back_office.roles`: one of the roles that the back office comes with. */
export interface BackOfficeRole {
  id: number
  name: string
  description: string
}

export async function listBackOfficeRoles(db: Knex): Promise<BackOfficeRole[]> {
  return db('back_office.roles').orderBy('id').select('id', 'name', 'description')
}

/** Throws `role-not-found`. */
export async function requireBackOfficeRole(db: Knex, id: number): Promise<void> {
  const row: unknown = await db('back_office.roles').where({ id }).first('id')
  if (row === undefined) throw domainError('role-not-found')
}
