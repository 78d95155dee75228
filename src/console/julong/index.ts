import type { ApiModule } from '../app/api.ts'
import { notice, pages, readMenus } from './menus.ts'
import { register } from './register.ts'
import { routes } from './routes.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

export const julong: Omit<ApiModule, 'title'> = {
  name: 'julong',
  session,
  routes,
  start: 'julong-users',
  pages,
  readPages: readMenus,
  notice,
  accountPages: () => [{ route: 'julong-me', label: () => t('me.title') }],
  login: { nameLabel: () => t('login.name') },
  register
}
