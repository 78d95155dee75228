import { integerColumn, nameColumn, roleColumns, textColumn } from './file-columns.js'
import { DAY } from './lifetimes.js'
import type { AccountRow, Realm } from './realm.js'

export interface JulongAccount extends AccountRow {
  id: number
  /** −1: no role. */
  role_id: number
  role_name: string
  mobile: string
  email: string
  type: number
  openid: string
  is_active: boolean
}

export const julongRealm: Realm<JulongAccount> = {
  name: 'julong',
  table: 'julong.users',
  accounts: 'julong.accounts',
  callers: 'julong.callers',
  searchTexts: 'julong.search_texts',
  counts: 'quintet.account_counts',
  columns: { name: 'username', passwordHash: 'password_hash' },
  idType: 'bigint',
  hash: 'bcrypt',
  tokenLifeSeconds: DAY,
  idClaim: 'uid',
  claims: (account) => ({ rid: account.role_id }),
  administratorRole: 0,
  secondFactor: { issuer: '矩龙管理后台' },
  roles: {
    table: 'julong.roles',
    isBuiltIn: (id) => id <= 0,
    meaning: "0 is the super administrators', -1 none (--role=-1), others as set up"
  },
  fileName: nameColumn,
  fileColumns: {
    ...roleColumns,
    mobile: textColumn(64),
    email: textColumn(254),
    type: integerColumn(0, 32_767),
    openid: textColumn(128)
  }
}
