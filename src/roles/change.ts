import type { Knex } from 'knex'
import { lockAdministration, type Place } from '../accounts/administration.js'
import type { Caller } from '../accounts/caller.js'
import type { JulongAccount } from '../accounts/realms.js'
import { touched } from '../accounts/update.js'
import { inTransaction } from '../database/transaction.js'
import { refuse } from '../refusal.js'
import { refuseOutranked } from './authority.js'
import { findRole, NO_ROLE, SUPER_ADMINISTRATOR, type Role } from './find.js'

/** A role without rights. */
export async function createRole(db: Knex, role: { name: string; description?: string }): Promise<Role> {
  const [created] = await db('julong.roles').insert(role).returning(['id', 'name', 'description'])
  return created as Role
}

/** An undefined description stays as it is. Throws `role-not-found`, `outranked`. */
export async function updateRole(
  place: Place<JulongAccount>,
  caller: Caller<JulongAccount>,
  id: number,
  { name, description }: { name: string; description?: string }
): Promise<Role> {
  return changeRole(place, caller, id, async (transaction) => {
    await transaction('julong.roles')
      .where({ id })
      .update({ name, ...(description !== undefined && { description }) })
    return findRole(transaction, id)
  })
}

/** Leaves the accounts of the role without one. Throws `role-not-found`, `outranked`, `built-in-role`. */
export async function removeRole(
  place: Place<JulongAccount>,
  caller: Caller<JulongAccount>,
  id: number
): Promise<void> {
  await changeRole(place, caller, id, async (transaction) => {
    refuseBuiltIn(id)
    await transaction(place.realm.table)
      .where({ role_id: id })
      .update({ role_id: NO_ROLE, ...touched(transaction) })
    await transaction('julong.roles').where({ id }).del()
  })
}

/**
 * Runs `work`, in a transaction during which nobody else changes a role or who has it. Throws `role-not-found`,
 * `outranked`.
 */
export async function changeRole<Result>(
  { db, realm }: Place<JulongAccount>,
  caller: Caller<JulongAccount>,
  id: number,
  work: (transaction: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  return inTransaction(db, async (transaction) => {
    await lockAdministration(transaction, realm)
    await findRole(transaction, id)
    await refuseOutranked(transaction, caller, id)
    return work(transaction)
  })
}

/** Throws `built-in-role`. */
export function refuseBuiltIn(id: number): void {
  if (id === SUPER_ADMINISTRATOR) throw refuse('built-in-role')
}
