import { shallowRef } from 'vue'
import type { NavigationPage } from '../app/api.ts'
import { preferences } from '../app/preferences.ts'
import { reading } from '../session/session.ts'
import { session, type Schemas } from './session.ts'
import { t } from './texts.ts'

type Menu = Pick<Schemas['Menu'], 'authName' | 'path'> & { children: Menu[] }

/** The pages of the console by the paths of the menus. */
const PAGES = new Map([
  ['overview', { route: 'julong-overview', title: () => t('overview.title') }],
  ['users', { route: 'julong-users', title: () => t('users.title') }],
  ['roles', { route: 'julong-roles', title: () => t('roles.title') }],
  ['rights', { route: 'julong-rights', title: () => t('rights.title') }],
  ['sessions', { route: 'julong-sessions', title: () => t('sessions.title') }],
  ['audit', { route: 'julong-audit', title: () => t('audit.title') }]
])
/** Where the menus cannot be read: each page says itself whether it may be seen. */
const ALL: Menu[] = [...PAGES.keys()].map((path) => ({ authName: '', path, children: [] }))

/** The menus of the account; undefined until they are read. */
const menus = shallowRef<Menu[]>()
session.onLogout(() => (menus.value = undefined))

export async function readMenus(): Promise<void> {
  try {
    menus.value = (await session.call((api) => api.listMenus(reading))).body.data
  } catch {
    menus.value = ALL
  }
}

/** The lowest menus, as the server orders them, and what other clients have no page for: the overview first, the sessions and the audit trail last. */
export function pages(): NavigationPage[] {
  if (menus.value === undefined) return []
  const lowest = menus.value.flatMap((menu) => (menu.children.length > 0 ? menu.children : [menu]))
  const unlisted = (path: string) => (lowest.some((menu) => menu.path === path) ? [] : [{ authName: '', path }])
  return [...unlisted('overview'), ...lowest, ...unlisted('sessions'), ...unlisted('audit')].map(pageOf)
}

export function notice(): string | undefined {
  return menus.value?.length === 0 ? t('menus.none') : undefined
}

/** The menus have Chinese names. */
function pageOf({ authName, path }: Pick<Menu, 'authName' | 'path'>): NavigationPage {
  const page = PAGES.get(path)
  if (page === undefined) return { route: '', label: () => authName, refused: () => t('menus.noPage') }
  const isNamed = (): boolean => authName !== '' && preferences.language === 'zh'
  return { route: page.route, label: () => (isNamed() ? authName : page.title()) }
}
