import type { components } from '../../../generated/waste-sorting.js'
import { countsBy, POINTS_FROM, type AccountGroup } from '../../accounts/counts.js'
import type { WasteSortingAccount } from '../../realms/waste-sorting.js'
import type { CountedTime, Failures } from '../../audit/count.js'
import type { Session } from '../../sessions/list.js'
import { serializeOwnSession } from '../../http/own-session.js'
import { utcTime } from '../../http/timestamps.js'

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

type Count = components['schemas']['StatisticsCount']

export function serializeCounts(groups: AccountGroup[], by: 'points' | 'status' | 'role'): Count[] {
  if (by === 'points') return countsBy(groups, POINTS_FROM, ({ pointsFrom }) => pointsFrom).map(serializeRange)
  const counts = by === 'role' ? countsBy(groups, [0, 1], ({ roleId }) => roleId) : countsBy(groups, [0, 1], statusOf)
  return counts.map(({ value, count }) => ({ key: String(value), count }))
}

function statusOf({ disabled }: AccountGroup): number | null {
  return disabled === null ? null : Number(disabled)
}

/** `100-499`, `0` for one number, `10000-` for the range without an end. */
function serializeRange({ value: from, count }: { value: number; count: number }, index: number): Count {
  const next = POINTS_FROM[index + 1]
  const to = next === undefined ? null : next - 1
  return { key: from === to ? String(from) : `${from}-${to ?? ''}`, from, to, count }
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

/** Counts after their sum. */
export function withTotal<Count extends { count: number }>(counts: Count[]): { total: number; counts: Count[] } {
  return { total: counts.reduce((total, { count }) => total + count, 0), counts }
}

export function serializeSession(session: Session): components['schemas']['Session'] {
  return { ...serializeOwnSession(session), user_id: Number(session.accountId), username: session.name }
}
