import type { RealmName } from '../../../src/config/realm-names.js'

/** Statuses in the place of a contract's `default`: what a request may be answered for which nobody else is to blame. */
const SHARED_STATUSES = [400, 413, 415]

/**
 * Statuses with which an operation refuses what fits its schema, by a rule that no schema can tell: a name is taken, a
 * password wrong, an account unknown, a name has characters that nobody sees,
 * a new password is too long for its hash, a price has three decimal places. (401, 403, 404 and 409 mean nothing else and
 * need no entry.)
 */
export const REFUSED_BY_RULE: Record<RealmName, Record<string, number[]>> = {
  tms: { login: [400], register: [400, 422], updateCurrentUser: [400, 422], createTask: [422], updateTask: [422] },
  julong: {
    login: [400],
    registerUser: [422],
    addUser: [422],
    checkUserName: [422],
    createRole: [422],
    updateRole: [422]
  },
  'waste-sorting': { register: [400], createAdministrator: [400], changePassword: [400], setUserPassword: [400] },
  'user-login': { login: [400], register: [400], resetPassword: [400], resetPasswordHyphenated: [400] },
  'back-office': { login: [400], createAdmin: [422] }
}

interface Responses {
  responses: Record<string, unknown>
}

/** The contract with its `default` responses spelt out, for a tester that takes every status as one of them. */
export function withStatusesSpeltOut<Contract extends { paths?: object }>(contract: Contract): Contract {
  const copy = structuredClone(contract)
  for (const item of Object.values(copy.paths ?? {})) {
    for (const operation of Object.values(item as Record<string, Partial<Responses>>)) {
      const { responses } = operation
      if (responses === undefined) continue
      for (const status of SHARED_STATUSES) responses[status] ??= responses.default
      delete responses.default
    }
  }
  return copy
}
