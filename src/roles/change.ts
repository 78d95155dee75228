import type { Knex } from 'knex'
import { record, type AuditEntry } from '../audit/record.js'
import { lockAdministration } from '../accounts/administration.js'
import type { Caller } from '../accounts/caller.js'
import { requireVisible } from '../realms/names.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { JulongAccount } from '../realms/julong.js'
import { touched } from '../accounts/update.js'
import { isUniqueViolation } from '../database/failures.js'
import { inTransaction } from '../database/queries/transaction.js'
import { DomainError, domainError } from '../domain-error.js'
import { refuseOutranked } from './authority.js'
import { findRole, NO_ROLE, SUPER_ADMINISTRATOR, type Role } from './find.js'

/** A role without rights. Throws `hidden-characters`, `role-name-taken`. */
export async function createRole(
  context: RealmContext<JulongAccount>,
  role: { name: string; description?: string | undefined }
): Promise<Role> {
  requireVisible(role.name)
  return inTransaction(context.db, async (transaction) => {
    const inserted = transaction('julong.roles').insert(role).returning(['id', 'name', 'description'])
    const [created] = (await refusingTakenName(role.name, inserted)) as [Role]
    await record(transaction, context, { action: 'role-create', target: created })
    return created
  })
}

/** Throws `role-not-found`, `outranked`, `hidden-characters` (for a new name), `role-name-taken`. */
export async function updateRole(
  context: RealmContext<JulongAccount>,
  caller: Caller<JulongAccount>,
  id: number,
  { name, description }: { name: string; description?: string | undefined }
): Promise<Role> {
  return changeRole(context, caller, id, { action: 'role-update' }, async (transaction, before) => {
    if (name !== before.name) requireVisible(name)
    const columns = { name, ...(description !== undefined && { description }) }
    await refusingTakenName(name, transaction('julong.roles').where({ id }).update(columns))
    return findRole(transaction, id)
  })
}

/** Leaves the accounts of the role without one. Throws `role-not-found`, `outranked`, `built-in-role`. */
export async function removeRole(
  context: RealmContext<JulongAccount>,
  caller: Caller<JulongAccount>,
  id: number
): Promise<void> {
  await changeRole(context, caller, id, { action: 'role-remove' }, async (transaction) => {
    refuseBuiltIn(id)
    await transaction(context.realm.table)
      .where({ role_id: id })
      .update({ role_id: NO_ROLE, ...touched(transaction) })
    await transaction('julong.roles').where({ id }).del()
  })
}

/** Runs and records `work` while no other request changes roles. Throws `role-not-found`, `outranked`. */
export async function changeRole<Result>(
  context: RealmContext<JulongAccount>,
  caller: Caller<JulongAccount>,
  id: number,
  entry: AuditEntry,
  work: (transaction: Knex.Transaction, role: Role) => Promise<Result>
): Promise<Result> {
  return inTransaction(context.db, async (transaction) => {
    await lockAdministration(transaction, context.realm)
    const target = await findRole(transaction, id)
    await refuseOutranked(transaction, caller, id)
    await record(transaction, context, { ...entry, target })
    return work(transaction, target)
  })
}

/** Throws `role-name-taken` where the unique index refuses the name. */
async function refusingTakenName<Result>(name: string, written: PromiseLike<Result>): Promise<Result> {
  try {
    return await written
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('role-name-taken', { name })
    throw error
  }
}

/** Throws `built-in-role`. */
export function refuseBuiltIn(id: number): void {
  if (id === SUPER_ADMINISTRATOR) throw domainError('built-in-role')
}
