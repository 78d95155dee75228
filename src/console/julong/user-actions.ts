import { confirm, typedForMany, type Question } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { readMenus } from './menus.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

export interface User {
  id: number
  username: string
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
  const { username } = user
  const isWanted = await confirm({
    title: t('users.removeTitle', { name: username }),
    text: withSelf(t('users.removeText'), user),
    action: t('users.remove'),
    danger: true,
    typed: username
  })
  if (!isWanted) return false
  await removeUser(user)
  notify(t('users.removed', { name: username }))
  return true
}

/** The question before these users get a role; `role` is its name. */
export function roleQuestion(users: readonly User[], role: string): Question {
  const names = users.map(({ username }) => username)
  const [name = ''] = names
  return {
    title:
      names.length === 1
        ? t('users.roleTitle', { name, role })
        : t('users.batchRoleTitle', { count: names.length, role }),
    text: t(users.some(isSelf) ? 'users.roleSelf' : 'users.roleText'),
    action: t('users.assign'),
    danger: true,
    ...typedForMany(names.length)
  }
}

export async function assignRole(user: User, rid: number): Promise<void> {
  await session.call((api) => api.assignUserRole({ path: { id: user.id }, body: { rid } }))
  if (isSelf(user)) await readMenus()
}

export async function removeUser({ id }: User): Promise<void> {
  await session.call((api) => api.removeUser({ path: { id } }))
}
