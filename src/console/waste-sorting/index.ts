import { limits } from '../../../generated/limits/waste-sorting.ts'
import type { ApiModule, NavigationPage } from '../app/api.ts'
import { rulesOf } from '../forms/rules.ts'
import { routes } from './routes.ts'
import { isAdministrator, session } from './session.ts'
import { t } from './texts.ts'

const rules = rulesOf(limits.register)
const overview: NavigationPage = { route: 'waste-sorting-overview', label: () => t('overview.title') }
const users: NavigationPage = { route: 'waste-sorting-users', label: () => t('users.title') }
const sessions: NavigationPage = { route: 'waste-sorting-sessions', label: () => t('sessions.title') }
const me: NavigationPage = { route: 'waste-sorting-me', label: () => t('me.title') }

export const wasteSorting: Omit<ApiModule, 'title'> = {
  name: 'waste-sorting',
  session,
  routes,
  start: 'waste-sorting-users',
  pages: () => (isAdministrator() ? [overview, users, sessions, me] : [me]),
  accountPages: () => [me],
  login: { nameLabel: () => t('users.username') },
  register: {
    fields: [
      {
        name: 'username',
        label: () => t('users.username'),
        required: true,
        rules: rules.username,
        autocomplete: 'username'
      },
      { name: 'password', label: () => t('users.password'), kind: 'password', required: true, rules: rules.password }
    ],
    nameField: 'username',
    send: ({ username = '', password = '' }) =>
      session.callOpen((api) => api.register({ body: { username, password } }))
  }
}
