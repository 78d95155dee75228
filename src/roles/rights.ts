import type { Knex } from 'knex'
import { SUPER_ADMINISTRATOR } from './find.js'

/** What a role may hold: a heading of the menu (level 0), a page (1) or an action on a page (2), which alone allows something. */
export interface Right {
  id: number
  pid: number
  level: 0 | 1 | 2
  name: string
  path: string
  /** Place among the rights under the same one. */
  sort: number
}

/** The menu of the audit trail, for which front ends of julong's family have no page. */
export const AUDIT_MENU = 160

const COLUMNS = ['id', 'pid', 'level', 'name', 'path', 'sort']
const ORDER = ['level', 'pid', 'sort', 'id']

/** Every right there is, those above before those below, in the order of the menu. */
export async function allRights(db: Knex): Promise<Right[]> {
  return db('julong.rights').select(COLUMNS).orderBy(ORDER)
}

/** As `allRights`, those that the role holds. */
export async function rightsOfRole(db: Knex, roleId: number): Promise<Right[]> {
  if (roleId === SUPER_ADMINISTRATOR) return allRights(db)
  const held = db('julong.role_rights').select('right_id').where({ role_id: roleId })
  return db('julong.rights').select(COLUMNS).whereIn('id', held).orderBy(ORDER)
}
