/*
 * Never run: the build fails where one of these compiles that should not, or the other way round.
 */
import type { operations } from '../../generated/waste-sorting.js'
import type { CaseRequest, Cases } from '../contract/case.js'

declare const complete: Cases<operations>
const { 'login 403': _left, ...withoutOne } = complete

export const everyCase: Cases<operations> = { ...complete, 'login 403': () => ({}) }

// @ts-expect-error a documented status without a case
export const missingCase: Cases<operations> = withoutOne

export const undocumentedCase: Cases<operations> = {
  ...complete,
  // @ts-expect-error a case for a status that is not documented
  'login 418': () => ({})
}

export const misspeltCase: Cases<operations> = {
  ...complete,
  // @ts-expect-error a case for what is no operation
  'logIn 200': () => ({})
}

// @ts-expect-error a request in words that the contract run does not know
export const misspeltRequest: CaseRequest = { boddy: {} }
