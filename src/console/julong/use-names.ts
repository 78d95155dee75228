import { shallowRef, type ShallowRef } from 'vue'
import { problemOf } from '../session/problem.ts'
import { reading } from '../session/session.ts'
import type { Names } from './audit.ts'
import { NO_ROLE } from './authority.ts'
import { readRoles } from './roles.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

/** The names of roles and rights; empty until they are read, and where they may not be. */
export function useNames(): Readonly<ShallowRef<Names>> {
  const names = shallowRef<Names>({ roles: new Map(), rights: new Map() })
  void Promise.all([readRoleNames(), readRightNames()]).then(([roles, rights]) => (names.value = { roles, rights }))
  return names
}

async function readRoleNames(): Promise<Map<number, string>> {
  const roles = await readRoles().catch(none)
  return new Map([[NO_ROLE, t('users.noRole')], ...roles.map(({ id, roleName }): [number, string] => [id, roleName])])
}

async function readRightNames(): Promise<Map<number, string>> {
  const list = session.call((api) => api.listRights({ path: { type: 'list' }, ...reading }))
  const rights = await list.then(({ body }) => body.data).catch(none)
  return new Map(rights.map(({ id, authName }) => [id, authName]))
}

function none(error: unknown): [] {
  problemOf(error)
  return []
}
