import type { RealmName } from '../config/realm-names.js'
import type { Api } from '../http/api.js'
import { backOffice } from './back-office/index.js'
import { julong } from './julong/index.js'
import { tms } from './tms/index.js'
import { userLogin } from './user-login/index.js'
import { wasteSorting } from './waste-sorting/index.js'

/** The five APIs by the name of their contract. */
export const apis: Record<RealmName, Api> = {
  tms,
  julong,
  'waste-sorting': wasteSorting,
  'user-login': userLogin,
  'back-office': backOffice
}
