import type { RealmName } from '../../../src/accounts/realm.js'
import type { Case } from '../case.js'
import { wasteSortingCases } from './waste-sorting.js'

/** Cases by `<operationId> <status>`. */
export type CaseTable = Record<string, Case>

/** The cases of each API. */
export const cases: Partial<Record<RealmName, CaseTable>> = {
  'waste-sorting': wasteSortingCases
}
