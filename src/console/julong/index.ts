import type { ApiModule } from '../app/api.ts'
import { routes } from './routes.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

export const julong: Omit<ApiModule, 'title'> = {
  name: 'julong',
  session,
  routes,
  start: 'julong-users',
  pages: () => [{ route: 'julong-users', label: () => t('users.title') }],
  login: { nameLabel: () => t('login.name') }
}
