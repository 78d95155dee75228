import { confirm, typedForMany, type Question } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { createChanges } from '../session/changes.ts'
import { readMenus } from './menus.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

export interface User {
  id: number
  username: string
}

/** Tells other tabs of users that were added, changed or removed. */
export const userChanges = createChanges('julong', 'user')

const isSelf = ({ id }: User): boolean => session.account.value?.id === id
const withSelf = (text: string, user: User): string => (isSelf(user) ? `${text}${t('users.self')}` : text)

/** What a new user has, as a form or a file gives it. */
export type NewUser = Record<'userName' | 'password' | 'email' | 'mobile', string>

/** Adds a user, and gives its id. */
export async function addUser(body: NewUser): Promise<number> {
  const { id } = (await session.call((api) => api.addUser({ body }))).body.data
  userChanges.tellOthers([id])
  return id
}

export async function updateUser(id: number, body: Partial<Pick<NewUser, 'email' | 'mobile'>>): Promise<void> {
  await session.call((api) => api.updateUser({ path: { id }, body }))
  userChanges.tellOthers([id])
}

export async function setState({ id }: User, on: boolean): Promise<void> {
  await session.call((api) => api.setUserState({ path: { uId: id, type: on ? 'true' : 'false' } }))
  userChanges.tellOthers([id])
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
  userChanges.tellOthers([user.id])
  if (isSelf(user)) await readMenus()
}

export async function removeUser({ id }: User): Promise<void> {
  await session.call((api) => api.removeUser({ path: { id } }))
  userChanges.tellOthers([id])
}
