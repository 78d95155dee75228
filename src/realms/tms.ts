import { nameColumn, textColumn } from './file-columns.js'
import { DAY } from './lifetimes.js'
import type { AccountRow, Realm } from './realm.js'

export interface TmsAccount extends AccountRow {
  id: number
  nickname: string
  gender: '男' | '女' | '保密'
  telephone: string
}

export const tmsRealm: Realm<TmsAccount> = {
  name: 'tms',
  table: 'tms.users',
  accounts: 'tms.accounts',
  callers: 'tms.callers',
  counts: 'quintet.account_counts',
  columns: { name: 'username', passwordHash: 'password_hash' },
  idType: 'bigint',
  hash: 'bcrypt',
  tokenLifeSeconds: DAY,
  idClaim: 'uid',
  claims: (account) => ({ sub: account.name }),
  fileName: nameColumn,
  fileColumns: {
    nickname: textColumn(64),
    gender: { type: 'string', enum: ['男', '女', '保密'] },
    telephone: textColumn(20)
  }
}
