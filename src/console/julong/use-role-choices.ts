import { shallowRef, type ShallowRef } from 'vue'
import { problemOf } from '../session/problem.ts'
import { NO_ROLE } from './authority.ts'
import { readAuthority, readRoles } from './roles.ts'
import { t } from './role-texts.ts'
import { t as common } from './texts.ts'

export interface RoleChoice {
  value: string
  label: string
  disabled?: boolean
}

/**
 * The roles that the account may give, those above its own disabled; `'unknown'` where it may not list them, undefined
 * while they are read.
 */
export function useRoleChoices(): Readonly<ShallowRef<RoleChoice[] | 'unknown' | undefined>> {
  const choices = shallowRef<RoleChoice[] | 'unknown'>()
  readChoices().then(
    (read) => (choices.value = read),
    (error: unknown) => {
      problemOf(error)
      choices.value = 'unknown'
    }
  )
  return choices
}

async function readChoices(): Promise<RoleChoice[]> {
  const [roles, authority] = await Promise.all([readRoles(), readAuthority()])
  const given = roles.map((role) => {
    const isHigher = !authority.covers(role)
    const label = isHigher ? t('role.higher', { name: role.roleName }) : role.roleName
    return { value: String(role.id), label, disabled: isHigher }
  })
  return [{ value: String(NO_ROLE), label: common('users.noRole') }, ...given]
}
