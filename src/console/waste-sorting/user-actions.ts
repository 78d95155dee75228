import { confirm } from '../app/confirm.ts'
import { session, type User } from './session.ts'
import { t } from './texts.ts'

export async function setBanned({ id: user_id }: User, isBanned: boolean): Promise<void> {
  await session.call((api) => api.setUserStatus({ path: { user_id }, body: { status: isBanned ? 1 : 0 } }))
}

/** A ban is confirmed; false when the reader did not want it. */
export async function askAndSetBanned(user: User, isBanned: boolean): Promise<boolean> {
  const title = t('users.banTitle', { name: user.username })
  const question = { title, text: t('users.banText'), action: t('users.ban'), danger: true }
  if (isBanned && !(await confirm(question))) return false
  await setBanned(user, isBanned)
  return true
}
