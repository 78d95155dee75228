import { limits } from '../../../generated/limits/tms.ts'
import type { ApiModule } from '../app/api.ts'
import { rulesOf } from '../forms/rules.ts'
import { GENDERS, genderLabel, type Gender } from './genders.ts'
import { routes } from './routes.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

const rules = rulesOf(limits.register)

export const tms: Omit<ApiModule, 'title'> = {
  name: 'tms',
  session,
  routes,
  start: 'tms-tasks',
  pages: () => [
    { route: 'tms-overview', label: () => t('overview.title') },
    { route: 'tms-tasks', label: () => t('tasks.title') },
    { route: 'tms-users', label: () => t('users.title') }
  ],
  accountPages: () => [{ route: 'tms-me', label: () => t('me.title') }],
  login: { nameLabel: () => t('users.username') },
  register: {
    nameField: 'username',
    fields: [
      { name: 'username', label: () => t('users.username'), required: true, rules: rules.username },
      { name: 'password', label: () => t('me.password'), kind: 'password', required: true, rules: rules.password },
      { name: 'nickname', label: () => t('users.nickname'), rules: rules.nickname, autocomplete: 'nickname' },
      {
        name: 'gender',
        label: () => t('users.gender'),
        initial: '保密',
        choices: GENDERS.map((gender) => ({ value: gender, label: () => genderLabel(gender) }))
      },
      { name: 'telephone', label: () => t('users.telephone'), kind: 'tel', rules: rules.telephone, autocomplete: 'tel' }
    ],
    send: ({ username = '', password = '', nickname = '', gender, telephone = '' }) => {
      const body = { username, password, nickname, gender: gender as Gender, telephone }
      return session.callOpen((api) => api.register({ body }))
    }
  }
}
