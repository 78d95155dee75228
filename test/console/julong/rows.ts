import type { Locator, Page } from 'playwright-core'
import { freshName } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'

export function rowOf(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ hasText: name })
}

/** Answers a confirmation of this title by the button of this name; `typed` is what it asks to type. */
export async function answer(page: Page, title: string, button: string, typed?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  if (typed !== undefined) await dialog.getByRole('textbox').fill(typed)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'detached' })
}

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
