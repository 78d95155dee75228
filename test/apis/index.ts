import type { RealmName } from '../../src/config/realm-names.js'
import { traits as backOffice } from './back-office/traits.js'
import { traits as julong } from './julong/traits.js'
import { traits as tms } from './tms/traits.js'
import type { ApiTraits } from './traits.js'
import { traits as userLogin } from './user-login/traits.js'
import { traits as wasteSorting } from './waste-sorting/traits.js'

/** The traits of each API, by its name. */
export const traitsOf: Record<RealmName, ApiTraits> = {
  tms,
  julong,
  'waste-sorting': wasteSorting,
  'user-login': userLogin,
  'back-office': backOffice
}
