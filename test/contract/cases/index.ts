import type { RealmName } from '../../../src/config/realm-names.js'
import type { Case } from '../case.js'
import { backOfficeCases } from './back-office.js'
import { cases as julongCases } from './julong.js'
import { tmsCases } from './tms.js'
import { userLoginCases } from './user-login.js'
import { wasteSortingCases } from './waste-sorting.js'

/** Cases by `<operationId> <status>`. */
export type CaseTable = Record<string, Case>

/** The cases of each API. */
export const cases: Record<RealmName, CaseTable> = {
  tms: tmsCases,
  julong: julongCases,
  'waste-sorting': wasteSortingCases,
  'user-login': userLoginCases,
  'back-office': backOfficeCases
}
