import type { components } from '../../../generated/waste-sorting.js'
import type { WasteSortingAccount } from '../../realms/waste-sorting.js'

/** What `serializeUser` needs of an account. */
export const userColumns = ['id', 'name', 'role_id', 'points', 'disabled'] as const

export function serializeUser(
  account: Pick<WasteSortingAccount, (typeof userColumns)[number]>
): components['schemas']['User'] {
  return {
    id: account.id,
    username: account.name,
    role: account.role_id,
    points: account.points,
    status: account.disabled ? 1 : 0
  }
}
