import { confirm } from '../app/confirm.ts'
import { createChanges } from '../session/changes.ts'
import { session, type User } from './session.ts'
import { t } from './texts.ts'

/** Tells other tabs of users that were added or changed. */
export const userChanges = createChanges('waste-sorting', 'user')

/** What a new administrator has, as a form or a file gives it. */
export type NewAdministrator = Record<'username' | 'password', string>

export async function addAdministrator(body: NewAdministrator): Promise<User> {
  const { user } = (await session.call((api) => api.createAdministrator({ body }))).body
  userChanges.tellOthers([user.id])
  return user
}

export async function setBanned({ id: user_id }: User, isBanned: boolean): Promise<void> {
  await session.call((api) => api.setUserStatus({ path: { user_id }, body: { status: isBanned ? 1 : 0 } }))
  userChanges.tellOthers([user_id])
}

/** A ban is confirmed; false when the reader did not want it. */
export async function askAndSetBanned(user: User, isBanned: boolean): Promise<boolean> {
  const title = t('users.banTitle', { name: user.username })
  const question = { title, text: t('users.banText'), action: t('users.ban'), danger: true }
  if (isBanned && !(await confirm(question))) return false
  await setBanned(user, isBanned)
  return true
}
