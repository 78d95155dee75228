import type { Knex } from 'knex'
import type { Caller } from '../accounts/caller.js'
import type { Permit } from '../accounts/find.js'
import { julongRealm, type JulongAccount } from '../realms/julong.js'
import { domainError } from '../domain-error.js'
import { SUPER_ADMINISTRATOR } from './find.js'
import { rightsOfRole } from './rights.js'

/** Lets the caller act on accounts whose role holds no right that theirs lacks. Throws `outranked`. */
export function ofNoHigherRole(caller: Caller<JulongAccount>): Permit<JulongAccount> {
  return (transaction, account) => refuseOutranked(transaction, caller, account.role_id)
}

/** Throws `outranked` when the role holds a right that the caller's lacks. */
export async function refuseOutranked(db: Knex, caller: Caller<JulongAccount>, roleId: number): Promise<void> {
  if (!(await coversRole(db, caller, roleId))) throw domainError('outranked')
}

/** Whether the caller has all that the role has. Role 0 has more than any other, were that granted every right. */
export async function coversRole(db: Knex, caller: Caller<JulongAccount>, roleId: number): Promise<boolean> {
  if (roleId === SUPER_ADMINISTRATOR) return (await roleNow(db, caller)) === SUPER_ADMINISTRATOR
  const rights = await rightsOfRole(db, roleId)
  return coversRights(
    db,
    caller,
    rights.map(({ id }) => id)
  )
}

export async function coversRights(db: Knex, caller: Caller<JulongAccount>, rightIds: number[]): Promise<boolean> {
  const roleId = await roleNow(db, caller)
  if (roleId === undefined) return false
  const held = new Set((await rightsOfRole(db, roleId)).map(({ id }) => id))
  return rightIds.every((id) => held.has(id))
}

/** The caller's role by now, for a request may have waited for one that changed it; undefined: they may not act. */
async function roleNow(db: Knex, { account }: Caller<JulongAccount>): Promise<number | undefined> {
  const enabled = db(julongRealm.accounts).where({ id: account.id, disabled: false })
  const row = (await enabled.first('role_id')) as Pick<JulongAccount, 'role_id'> | undefined
  return row?.role_id
}
