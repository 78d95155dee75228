import { confirm } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

export interface User {
  id: number
  username: string
  mg_state: boolean
}

const isSelf = ({ id }: User): boolean => session.account.value?.id === id
const withSelf = (text: string, user: User): string => (isSelf(user) ? `${text}${t('users.self')}` : text)

export async function setState({ id }: User, on: boolean): Promise<void> {
  await session.call((api) => api.setUserState({ path: { uId: id, type: on ? 'true' : 'false' } }))
}

/** Disabling is confirmed; false when the reader did not want it. */
export async function askAndSetState(user: User, on: boolean): Promise<boolean> {
  const title = t('users.disableTitle', { name: user.username })
  const text = withSelf(t('users.disableText'), user)
  if (!on && !(await confirm({ title, text, action: t('users.disableAction'), danger: true }))) return false
  await setState(user, on)
  return true
}

/** Asks for the name, then removes; false when the reader did not want it. */
export async function askAndRemove(user: User): Promise<boolean> {
  const { id, username } = user
  const isWanted = await confirm({
    title: t('users.removeTitle', { name: username }),
    text: withSelf(t('users.removeText'), user),
    action: t('users.remove'),
    danger: true,
    typed: username
  })
  if (!isWanted) return false
  await session.call((api) => api.removeUser({ path: { id } }))
  notify(t('users.removed', { name: username }))
  return true
}
