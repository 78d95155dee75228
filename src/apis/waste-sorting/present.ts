import type { components } from '../../../generated/waste-sorting.js'
import type { WasteSortingAccount } from '../../accounts/realms.js'

export function presentUser(account: WasteSortingAccount): components['schemas']['User'] {
  return {
    id: account.id,
    username: account.name,
    role: account.role_id,
    points: account.points,
    status: account.disabled ? 1 : 0
  }
}
