import { confirm } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { createChanges } from '../session/changes.ts'
import { session, type Admin } from './session.ts'
import { t } from './texts.ts'

/** Tells other tabs of administrators that were added, changed or removed. */
export const adminChanges = createChanges('back-office', 'admin')

/** What a new administrator has, as a form or a file gives it. */
export type NewAdmin = Record<'name' | 'password' | 'email' | 'mobile', string>

const isSelf = ({ _id }: Admin): boolean => session.account.value?.id === _id
const withSelf = (text: string, admin: Admin): string => (isSelf(admin) ? `${text}${t('admins.self')}` : text)

export async function addAdmin(body: NewAdmin): Promise<void> {
  await session.call((api) => api.createAdmin({ body }))
  // Its id is not answered; lists are outdated by any change.
  adminChanges.tellOthers([])
}

export async function updateAdmin(id: string, body: Partial<Pick<NewAdmin, 'email' | 'mobile'>>): Promise<void> {
  await session.call((api) => api.updateAdmin({ path: { id }, body }))
  adminChanges.tellOthers([id])
}

export async function setState({ _id: id }: Admin, on: boolean): Promise<void> {
  await session.call((api) => api.setAdminState({ path: { id, state: on ? 'true' : 'false' } }))
  adminChanges.tellOthers([id])
}

export async function remove({ _id: id }: Admin): Promise<void> {
  await session.call((api) => api.removeAdmin({ path: { id } }))
  adminChanges.tellOthers([id])
}

export async function assignRole(id: string, rid: number): Promise<void> {
  await session.call((api) => api.assignAdminRole({ path: { id }, body: { rid } }))
  adminChanges.tellOthers([id])
}

/** Disabling is confirmed; false when the reader did not want it. */
export async function askAndSetState(admin: Admin, on: boolean): Promise<boolean> {
  const title = t('admins.disableTitle', { name: admin.name })
  const text = withSelf(t('admins.disableText'), admin)
  if (!on && !(await confirm({ title, text, action: t('admins.disable'), danger: true }))) return false
  await setState(admin, on)
  return true
}

/** Asks for the name, then removes; false when the reader did not want it. */
export async function askAndRemove(admin: Admin): Promise<boolean> {
  const { name } = admin
  const isWanted = await confirm({
    title: t('admins.removeTitle', { name }),
    text: withSelf(t('admins.removeText'), admin),
    action: t('admins.remove'),
    danger: true,
    typed: name
  })
  if (!isWanted) return false
  await remove(admin)
  notify(t('admins.removed', { name }))
  return true
}
