import { limits } from '../../../generated/limits/julong.ts'
import { rulesOf } from '../forms/rules.ts'
import type { RegisterSettings } from '../session/register.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

/** `meta.status` of a name that is free. */
const FREE = 205

/** Why a new name cannot be taken. */
export async function checkName(userName: string): Promise<string | undefined> {
  const { meta } = (await session.callOpen((api) => api.checkUserName({ body: { userName } }))).body
  return meta.status === FREE ? undefined : meta.message
}

const rules = rulesOf(limits.registerUser)

export const register: RegisterSettings = {
  nameField: 'user',
  fields: [
    {
      name: 'user',
      label: () => t('users.username'),
      required: true,
      rules: rules.user,
      autocomplete: 'username',
      check: checkName
    },
    {
      name: 'password',
      label: () => t('users.password'),
      kind: 'password',
      required: true,
      rules: rules.password
    }
  ],
  send: ({ user = '', password = '' }) => session.callOpen((api) => api.registerUser({ body: { user, password } }))
}
