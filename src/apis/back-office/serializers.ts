import type { components } from '../../../generated/back-office.js'
import { countsBy, type AccountGroup } from '../../accounts/counts.js'
import type { BackOfficeAccount } from '../../realms/back-office.js'
import type { BackOfficeRole } from '../../roles/back-office-roles.js'
import type { CountedTime, Failures } from '../../audit/count.js'
import type { Session } from '../../sessions/list.js'
import { serializeOwnSession } from '../../http/own-session.js'
import { utcTime } from '../../http/timestamps.js'

export function serializeAdmin(account: BackOfficeAccount): components['schemas']['Admin'] {
  return {
    state: !account.disabled,
    _id: account.id,
    name: account.name,
    password: '******',
    mobile: account.mobile,
    email: account.email,
    role: account.role_name,
    __v: account.version
  }
}

export function serializeRole(role: BackOfficeRole): components['schemas']['Role'] {
  return { rid: role.id, role: role.name, description: role.description }
}

export function serializeRoleCounts(groups: AccountGroup[]): components['schemas']['AdminCount'][] {
  const names = [...new Set(groups.map(({ roleName }) => roleName))]
  return countsBy(groups, names, ({ roleName }) => roleName).map(({ value, count }) => ({ key: value, count }))
}

export function serializeStateCounts(groups: AccountGroup[]): components['schemas']['AdminCount'][] {
  const counts = countsBy(groups, [false, true], ({ disabled }) => disabled)
  return counts.map(({ value, count }) => ({ key: String(!value), count }))
}

export function serializeLogins({ start, done, failed }: CountedTime): components['schemas']['LoginCount'] {
  return { key: utcTime(start), done, failed }
}

export function serializeRegistrations({ start, done }: CountedTime): components['schemas']['RegistrationCount'] {
  return { key: utcTime(start), count: done }
}

export function serializeRefusals({ action, failed }: Failures): components['schemas']['RefusalCount'] {
  return { key: action, count: failed }
}

export function serializeSession(session: Session): components['schemas']['Session'] {
  return { ...serializeOwnSession(session), admin_id: session.accountId, name: session.name }
}
