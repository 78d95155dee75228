import type { ApiModule } from '../app/api.ts'
import { routes } from './routes.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

export const backOffice: Omit<ApiModule, 'title'> = {
  name: 'back-office',
  session,
  routes,
  start: 'back-office-admins',
  pages: () => [
    { route: 'back-office-overview', label: () => t('overview.title') },
    { route: 'back-office-admins', label: () => t('admins.title') },
    { route: 'back-office-roles', label: () => t('roles.title') },
    { route: 'back-office-sessions', label: () => t('sessions.title') }
  ],
  accountPages: () => [{ route: 'back-office-me', label: () => t('me.title') }],
  login: { nameLabel: () => t('admins.name') }
}
