import type { Knex } from 'knex'
import { record } from '../audit/record.js'
import { lockAdministration } from '../accounts/administration.js'
import type { RealmContext } from '../accounts/realm-context.js'
import { inTransaction } from '../database/queries/transaction.js'
import { domainError } from '../domain-error.js'
import type { AccountRow, Realm } from '../realms/realm.js'

interface RequiringRole {
  id: number
  name: string
  /** Whether its accounts may do nothing until they have a second factor. */
  second_factor: boolean
}

/** Whether the role requires a second factor. Throws `role-not-found`. */
export async function roleRequiresFactor(db: Knex, realm: Pick<Realm, 'roles'>, id: number): Promise<boolean> {
  return (await findRequiringRole(db, realm, id)).second_factor
}

/** Whether the account has a role that requires one. */
export async function accountNeedsFactor(
  { db, realm }: Pick<RealmContext, 'db' | 'realm'>,
  { role_id: role }: Pick<AccountRow, 'role_id'>
): Promise<boolean> {
  return role !== null && (await roleRequiresFactor(db, realm, role))
}

/** Has a role require a second factor, or not any more. Throws `role-not-found`, what `permit` does. */
export async function setFactorRequirement<Row extends AccountRow>(
  context: RealmContext<Row>,
  { id, required }: { id: number; required: boolean },
  permit?: (transaction: Knex.Transaction) => Promise<void>
): Promise<void> {
  const { db, realm } = context
  await inTransaction(db, async (transaction) => {
    await lockAdministration(transaction, realm)
    const { name } = await findRequiringRole(transaction, realm, id)
    await permit?.(transaction)
    await rolesOf(transaction, realm).where({ id }).update({ second_factor: required })
    await record(transaction, context, { action: 'role-second-factor', target: { id, name }, detail: { required } })
  })
}

async function findRequiringRole(db: Knex, realm: Pick<Realm, 'roles'>, id: number): Promise<RequiringRole> {
  const role = (await rolesOf(db, realm).where({ id }).first('id', 'name', 'second_factor')) as
    RequiringRole | undefined
  if (role === undefined) throw domainError('role-not-found')
  return role
}

/** The table of the realm's roles. Throws where they are fixed, for those require nothing. */
function rolesOf(db: Knex, { roles }: Pick<Realm, 'roles'>): Knex.QueryBuilder {
  if (roles === undefined || 'fixed' in roles) throw new Error('the realm has no table of roles')
  return db(roles.table)
}
