import { storedEmail } from './emails.js'
import { ObjectId } from 'bson'
import type { AccountRow, Realm, RealmName } from './realm.js'

const HOUR = 3_600
const DAY = 24 * HOUR

export interface TmsAccount extends AccountRow {
  id: number
  nickname: string
  gender: '男' | '女' | '保密'
  telephone: string
}

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

export interface WasteSortingAccount extends AccountRow {
  id: number
  role_id: 0 | 1
  points: number
}

export interface UserLoginAccount extends AccountRow {
  id: number
  /** Null together: the account has no row in `user_info`. */
  first_name: string | null
  last_name: string | null
  phone_number: string | null
}

export interface BackOfficeAccount extends AccountRow {
  id: string
  role_id: number
  role_name: string
  mobile: string
  email: string
}

export const tmsRealm: Realm<TmsAccount> = {
  name: 'tms',
  table: 'tms.users',
  accounts: 'tms.accounts',
  callers: 'tms.callers',
  columns: { name: 'username', passwordHash: 'password_hash' },
  idType: 'integer',
  hash: 'bcrypt',
  tokenLifeSeconds: DAY,
  idClaim: 'uid',
  claims: (account) => ({ sub: account.name })
}

export const julongRealm: Realm<JulongAccount> = {
  name: 'julong',
  table: 'julong.users',
  accounts: 'julong.accounts',
  callers: 'julong.callers',
  searchTexts: 'julong.search_texts',
  columns: { name: 'username', passwordHash: 'password_hash' },
  idType: 'integer',
  hash: 'bcrypt',
  tokenLifeSeconds: DAY,
  idClaim: 'uid',
  claims: (account) => ({ rid: account.role_id }),
  administratorRole: 0
}

export const wasteSortingRealm: Realm<WasteSortingAccount> = {
  name: 'waste-sorting',
  table: 'waste_sorting.users',
  accounts: 'waste_sorting.accounts',
  callers: 'waste_sorting.callers',
  columns: { name: 'username', passwordHash: 'password_hash' },
  idType: 'integer',
  hash: 'bcrypt',
  tokenLifeSeconds: DAY,
  idClaim: 'uid',
  claims: () => ({}),
  administratorRole: 1
}

export const userLoginRealm: Realm<UserLoginAccount> = {
  name: 'user-login',
  table: 'user_login.users',
  accounts: 'user_login.accounts',
  callers: 'user_login.callers',
  columns: { name: 'email', passwordHash: 'hashed_password' },
  storedName: storedEmail,
  idType: 'integer',
  hash: 'argon2i',
  tokenLifeSeconds: 3 * HOUR,
  refreshWindowSeconds: 7 * DAY,
  idClaim: 'uid',
  claims: (account) => ({ sub: account.name })
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
  administratorRole: 1
}

const all = [tmsRealm, julongRealm, wasteSortingRealm, userLoginRealm, backOfficeRealm]

/** The realm of this name, for code that treats all realms alike. */
export function realmNamed(name: RealmName): Realm {
  return all.find((realm) => realm.name === name) as Realm
}
