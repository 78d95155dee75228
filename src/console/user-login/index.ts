import { limits } from '../../../generated/limits/user-login.ts'
import type { ApiModule } from '../app/api.ts'
import { rulesOf } from '../forms/rules.ts'
import { routes } from './routes.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

const rules = rulesOf(limits.register)
const resetPage = { route: 'user-login-reset-password', label: () => t('reset.title') }

export const userLogin: Omit<ApiModule, 'title'> = {
  name: 'user-login',
  session,
  routes,
  start: 'user-login-me',
  pages: () => [{ route: 'user-login-me', label: () => t('me.title') }, resetPage],
  accountPages: () => [resetPage],
  login: { nameLabel: () => t('email'), nameType: 'email', links: () => [resetPage] },
  register: {
    nameField: 'email',
    fields: [
      {
        name: 'email',
        label: () => t('email'),
        kind: 'email',
        required: true,
        rules: rules.email,
        autocomplete: 'email'
      },
      { name: 'password', label: () => t('password'), kind: 'password', required: true, rules: rules.password },
      { name: 'last_name', label: () => t('lastName'), rules: rules.last_name, autocomplete: 'family-name' },
      { name: 'first_name', label: () => t('firstName'), rules: rules.first_name, autocomplete: 'given-name' },
      { name: 'phone_number', label: () => t('phone'), kind: 'tel', rules: rules.phone_number, autocomplete: 'tel' }
    ],
    send: ({ email = '', password = '', last_name = '', first_name = '', phone_number = '' }) =>
      session.callOpen((api) => api.register({ body: { email, password, last_name, first_name, phone_number } }))
  }
}
