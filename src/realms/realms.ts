import type { RealmName } from '../config/realm-names.js'
import { backOfficeRealm } from './back-office.js'
import { julongRealm } from './julong.js'
import type { Realm } from './realm.js'
import { tmsRealm } from './tms.js'
import { userLoginRealm } from './user-login.js'
import { wasteSortingRealm } from './waste-sorting.js'

const realms: Record<RealmName, Realm> = {
  tms: tmsRealm,
  julong: julongRealm,
  'waste-sorting': wasteSortingRealm,
  'user-login': userLoginRealm,
  'back-office': backOfficeRealm
}

export function realmNamed(name: RealmName): Realm {
  return realms[name]
}
