import type { operations } from '../../../generated/back-office.js'
import { PASSWORD } from '../../support/accounts.js'
import { enrol } from '../../support/second-factor.js'
import type { Cases } from '../case.js'
import { UNKNOWN_ID, NOT_NAMED, MALFORMED, byAdmin, byViewer, byDisabled } from './back-office-requests.js'
import { casesWithCodes } from './second-factor.js'

/** Of the own second factor, those of others, and what roles require. */
export const secondFactorCases = {
  ...casesWithCodes('back-office'),

  'getSecondFactor 200': (server) => byViewer(server),
  'getSecondFactor 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'getSecondFactor 401': () => ({}),
  'getSecondFactor 403': (server) => byDisabled(server),

  'beginSecondFactor 200': (server) => byViewer(server, { body: { currentPassword: PASSWORD } }),
  'beginSecondFactor 400': (server) => byViewer(server),
  'beginSecondFactor 401': () => ({}),
  'beginSecondFactor 403': (server) => byDisabled(server),
  'beginSecondFactor 422': (server) => byViewer(server, { body: {} }),

  'confirmSecondFactor 401': () => ({}),
  'confirmSecondFactor 403': (server) => byDisabled(server),
  'confirmSecondFactor 422': (server) => byViewer(server, { body: {} }),

  'removeSecondFactor 401': () => ({}),
  'removeSecondFactor 403': (server) => byDisabled(server),
  'removeSecondFactor 422': (server) => byViewer(server, { body: {} }),

  'renewRecoveryCodes 401': () => ({}),
  'renewRecoveryCodes 403': (server) => byDisabled(server),
  'renewRecoveryCodes 422': (server) => byViewer(server, { body: {} }),

  'removeAdminSecondFactor 200': async (server) => {
    const request = await byAdmin(server)
    await enrol(server, 'back-office', request.path?.id as string)
    return request
  },
  'removeAdminSecondFactor 400': (server) => byAdmin(server),
  'removeAdminSecondFactor 401': () => ({}),
  'removeAdminSecondFactor 403': (server) => byViewer(server),
  'removeAdminSecondFactor 404': (server) => byAdmin(server, { path: { id: UNKNOWN_ID } }),

  'getRoleSecondFactor 200': (server) => byViewer(server),
  'getRoleSecondFactor 400': (server) => byViewer(server, { query: NOT_NAMED }),
  'getRoleSecondFactor 401': () => ({}),
  'getRoleSecondFactor 403': (server) => byDisabled(server),
  'getRoleSecondFactor 404': (server) => byViewer(server, { path: { rid: 3 } }),

  // The role keeps what it has: the other cases' administrators are of it too.
  'setRoleSecondFactor 200': (server) => byAdmin(server, { body: { required: false } }),
  'setRoleSecondFactor 400': (server) => byAdmin(server, { raw: MALFORMED }),
  'setRoleSecondFactor 401': () => ({}),
  'setRoleSecondFactor 403': (server) => byViewer(server),
  'setRoleSecondFactor 404': (server) => byAdmin(server, { path: { rid: 3 } }),
  'setRoleSecondFactor 422': (server) => byAdmin(server, { body: {} })
} satisfies Partial<Cases<operations>>
