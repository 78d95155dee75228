import type { AuditEntry } from '../audit/record.js'
import type { Caller } from '../accounts/caller.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { JulongAccount } from '../realms/julong.js'
import { domainError } from '../domain-error.js'
import { coversRights } from './authority.js'
import { changeRole, refuseBuiltIn } from './change.js'
import { allRights, rightsOfRole, type Right } from './rights.js'
import { withThoseAbove, withThoseBelow } from './tree.js'

/** Throws `role-not-found`, `right-not-found`, `outranked`, `built-in-role`, `grant-exceeds-rights`. */
export async function grantRights(
  context: RealmContext<JulongAccount>,
  caller: Caller<JulongAccount>,
  { roleId, rightIds }: { roleId: number; rightIds: number[] }
): Promise<void> {
  const entry: AuditEntry = { action: 'role-rights', detail: { granted: rightIds } }
  await changeRole(context, caller, roleId, entry, async (transaction) => {
    refuseBuiltIn(roleId)
    const granted = grantedIds(await allRights(transaction), rightIds)
    if (!(await coversRights(transaction, caller, granted))) throw domainError('grant-exceeds-rights')
    await transaction('julong.role_rights').where({ role_id: roleId }).del()
    if (granted.length === 0) return
    await transaction('julong.role_rights').insert(granted.map((id) => ({ role_id: roleId, right_id: id })))
  })
}

/** Takes the rights below it too. Throws `role-not-found`, `right-not-found`, `outranked`, `built-in-role`. */
export async function revokeRight(
  context: RealmContext<JulongAccount>,
  caller: Caller<JulongAccount>,
  { roleId, rightId }: { roleId: number; rightId: number }
): Promise<Right[]> {
  const entry: AuditEntry = { action: 'role-rights', detail: { revoked: rightId } }
  return changeRole(context, caller, roleId, entry, async (transaction) => {
    refuseBuiltIn(roleId)
    const revoked = withThoseBelow(await allRights(transaction), rightId).map(({ id }) => id)
    if (revoked.length === 0) throw domainError('right-not-found')
    await transaction('julong.role_rights').where({ role_id: roleId }).whereIn('right_id', revoked).del()
    return rightsOfRole(transaction, roleId)
  })
}

function grantedIds(rights: Right[], requested: number[]): number[] {
  const granted = [...new Set(requested)].map((id) => withThoseAbove(rights, id))
  if (granted.some((found) => found.length === 0)) throw domainError('right-not-found')
  return [...new Set(granted.flat().map(({ id }) => id))]
}
