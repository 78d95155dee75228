import { integerColumn, nameColumn } from './file-columns.js'
import { DAY } from './lifetimes.js'
import type { AccountRow, Realm } from './realm.js'

export interface WasteSortingAccount extends AccountRow {
  id: number
  role_id: 0 | 1
  points: number
}

export const wasteSortingRealm: Realm<WasteSortingAccount> = {
  name: 'waste-sorting',
  table: 'waste_sorting.users',
  accounts: 'waste_sorting.accounts',
  callers: 'waste_sorting.callers',
  counts: 'quintet.account_counts',
  columns: { name: 'username', passwordHash: 'password_hash' },
  idType: 'bigint',
  hash: 'bcrypt',
  tokenLifeSeconds: DAY,
  idClaim: 'uid',
  claims: () => ({}),
  administratorRole: 1,
  roles: { fixed: [0, 1], meaning: '1 administers, 0 does not' },
  fileName: nameColumn,
  fileColumns: { role_id: integerColumn(0, 1), points: integerColumn(-2_147_483_648) }
}
