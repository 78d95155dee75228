import { ObjectId } from 'bson'
import { nameColumn, roleColumns, textColumn } from './file-columns.js'
import { HOUR } from './lifetimes.js'
import type { AccountRow, Realm } from './realm.js'

export interface BackOfficeAccount extends AccountRow {
  id: string
  role_id: number
  role_name: string
  mobile: string
  email: string
}

export const backOfficeRealm: Realm<BackOfficeAccount> = {
  name: 'back-office',
  table: 'back_office.admins',
  accounts: 'back_office.accounts',
  callers: 'back_office.callers',
  searchTexts: 'back_office.search_texts',
  columns: { name: 'name', passwordHash: 'password_hash' },
  idType: 'text',
  hash: 'bcrypt',
  tokenLifeSeconds: HOUR,
  idClaim: '_id',
  claims: () => ({}),
  newId: () => new ObjectId().toHexString(),
  administratorRole: 1,
  secondFactor: { issuer: '后台管理系统' },
  roles: { table: 'back_office.roles', isBuiltIn: () => true, meaning: '1 admin, 2 viewer' },
  fileName: nameColumn,
  fileColumns: { ...roleColumns, mobile: textColumn(64), email: textColumn(254) }
}
