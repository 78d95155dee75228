import type { operations } from '../../../generated/julong.js'
import { PASSWORD } from '../../support/accounts.js'
import { NOBODY } from '../../support/julong.js'
import { enrol } from '../../support/second-factor.js'
import type { Cases } from '../case.js'
import {
  asAdministrator,
  asNobody,
  withBadToken,
  unknownQuery,
  malformedBody,
  emptyBody,
  toUser,
  grantable
} from './julong-requests.js'
import { casesWithCodes } from './second-factor.js'

/** Of the own second factor, those of others, and what roles require. */
export const secondFactorCases = {
  ...casesWithCodes('julong'),

  'getSecondFactor 200': asNobody(),
  'getSecondFactor 400': asAdministrator(unknownQuery),
  'getSecondFactor 401': withBadToken(),

  'beginSecondFactor 200': asNobody({ body: { currentPassword: PASSWORD } }),
  'beginSecondFactor 400': asNobody(),
  'beginSecondFactor 401': withBadToken(),
  'beginSecondFactor 422': asNobody({ body: {} }),

  'confirmSecondFactor 401': withBadToken(),
  'confirmSecondFactor 422': asNobody({ body: {} }),

  'removeSecondFactor 401': withBadToken(),
  'removeSecondFactor 422': asNobody({ body: {} }),

  'renewRecoveryCodes 401': withBadToken(),
  'renewRecoveryCodes 422': asNobody({ body: {} }),

  'removeUserSecondFactor 200': asAdministrator(async (server) => {
    const request = await toUser(server)
    await enrol(server, 'julong', request.path?.id as number)
    return request
  }),
  'removeUserSecondFactor 400': asAdministrator(toUser),
  'removeUserSecondFactor 401': withBadToken(),
  'removeUserSecondFactor 403': asNobody(),
  'removeUserSecondFactor 404': asAdministrator(() => ({ path: { id: NOBODY } })),

  'getRoleSecondFactor 200': asAdministrator(grantable),
  'getRoleSecondFactor 400': asAdministrator(unknownQuery),
  'getRoleSecondFactor 401': withBadToken(),
  'getRoleSecondFactor 403': asNobody(),
  'getRoleSecondFactor 404': asAdministrator(() => ({ path: { roleId: NOBODY } })),

  'setRoleSecondFactor 200': asAdministrator(grantable),
  'setRoleSecondFactor 400': asAdministrator(malformedBody),
  'setRoleSecondFactor 401': withBadToken(),
  'setRoleSecondFactor 403': asNobody(),
  'setRoleSecondFactor 404': asAdministrator(() => ({ path: { roleId: NOBODY } })),
  'setRoleSecondFactor 422': asAdministrator(emptyBody)
} satisfies Partial<Cases<operations>>
