import { setRole } from '../accounts/administration.js'
import type { Caller } from '../accounts/caller.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { JulongAccount } from '../realms/julong.js'
import { domainError } from '../domain-error.js'
import { coversRole, refuseOutranked } from './authority.js'
import { findRole, NO_ROLE } from './find.js'

/** Gives an account a role; `NO_ROLE` takes it away. Throws `account-not-found`, `role-not-found`, `last-administrator`, `outranked`, `grant-exceeds-rights`. */
export async function assignRole(
  context: RealmContext<JulongAccount>,
  caller: Caller<JulongAccount>,
  { accountId, roleId }: { accountId: number; roleId: number }
): Promise<JulongAccount> {
  return setRole(context, accountId, roleId, async (transaction, account) => {
    await refuseOutranked(transaction, caller, account.role_id)
    if (roleId !== NO_ROLE) await findRole(transaction, roleId)
    if (!(await coversRole(transaction, caller, roleId))) throw domainError('grant-exceeds-rights')
  })
}
