import { freshName } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'

export interface TestRole {
  id: number
  name: string
}

/** A new role that holds exactly these rights and menus. */
export async function addRole({ db }: TestServer, rights: number[], name = freshName('role')): Promise<TestRole> {
  const [{ id }] = (await db('julong.roles').insert({ name }).returning('id')) as [{ id: number }]
  await setRights({ db }, id, rights)
  return { id, name }
}

export async function setRights({ db }: Pick<TestServer, 'db'>, role: number, rights: number[]): Promise<void> {
  await db('julong.role_rights').where({ role_id: role }).del()
  if (rights.length > 0) await db('julong.role_rights').insert(rights.map((right_id) => ({ role_id: role, right_id })))
}

export async function rightsOf({ db }: TestServer, role: number): Promise<number[]> {
  const ids = (await db('julong.role_rights').where({ role_id: role }).pluck('right_id')) as number[]
  return ids.sort((one, other) => one - other)
}
