import type { operations } from '../../../generated/user-login.js'
import { profileWriter } from '../../../src/accounts/profile.js'
import { audited, denials, type ApiTraits, type Audited } from '../traits.js'

const reset: Audited = { action: 'password-reset', target: 'named account', refusals: [400, 404] }

export const traits: ApiTraits<operations> = {
  login: (client, email, password) => client.post('/api/users/login', { json: { email, password } }),
  tokenIn: (body) => body.access_token,
  also: profileWriter({ first_name: '三', last_name: '张', phone_number: '13800138000' }),
  denials: denials([401, 'Token is invalid'], {
    'no token': [401, 'Not authenticated'],
    'malformed header': [401, 'Not authenticated'],
    'expired token': [401, 'Token has expired']
  }),
  exchangeRefused: [403, 'Refresh token is invalid or expired'],
  protectedOperations: [
    { method: 'GET', path: '/api/users/me' },
    { method: 'POST', path: '/api/users/refresh_token', endedStatus: 403 }
  ],
  audited: {
    ...audited.ownSessions,
    register: audited.creation,
    login: audited.login(400, 403),
    logout: audited.logout,
    refreshToken: { action: 'token-exchange', target: 'caller' },
    resetPassword: reset,
    resetPasswordHyphenated: reset
  },
  refusesRequest: ({ status, body }) => status === 422 || (status === 400 && /^[\w.]+: /.test(body.detail)),
  refusedByRule: { login: [400], register: [400], resetPassword: [400], resetPasswordHyphenated: [400] },
  tryCall: ['getCurrentUser', '"email": "user@example.com"']
}
