import { storedEmail } from './emails.js'
import { emailColumn, textColumn } from './file-columns.js'
import { DAY, HOUR } from './lifetimes.js'
import type { AccountRow, Realm } from './realm.js'

export interface UserLoginAccount extends AccountRow {
  id: number
  /** Null together: the account has no row in `user_info`. */
  first_name: string | null
  last_name: string | null
  phone_number: string | null
}

export const userLoginRealm: Realm<UserLoginAccount> = {
  name: 'user-login',
  table: 'user_login.users',
  accounts: 'user_login.accounts',
  callers: 'user_login.callers',
  counts: 'quintet.account_counts',
  columns: { name: 'email', passwordHash: 'hashed_password' },
  storedName: storedEmail,
  idType: 'bigint',
  hash: 'argon2i',
  tokenLifeSeconds: 3 * HOUR,
  refreshWindowSeconds: 7 * DAY,
  idClaim: 'uid',
  claims: (account) => ({ sub: account.name }),
  profile: {
    table: 'user_login.user_info',
    key: 'user_id',
    columns: ['first_name', 'last_name', 'phone_number']
  },
  fileName: emailColumn,
  fileColumns: { first_name: textColumn(64), last_name: textColumn(64), phone_number: textColumn(32) }
}
