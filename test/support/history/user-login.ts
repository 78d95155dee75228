import { insist } from '../writer.js'
import { PASSWORDS, type HistoryApi, type Operation } from './operation.js'

const API = '/api/users'
const OWN = { 200: 'ok', 401: 'ended' }
const PROFILE = { first_name: '三', last_name: '张', phone_number: '13800138000' }

/** Accounts of user-login, whose tokens are exchanged while they are used. */
export function historyOfUserLogin(origin: string): HistoryApi {
  return {
    async create(name) {
      const email = `${name}@example.com`
      const json = { email, password: PASSWORDS[0], ...PROFILE }
      await insist(origin, { method: 'POST', path: `${API}/register`, json })
      return { id: email, name: email }
    },
    operations: [
      {
        op: 'login',
        weight: 16,
        byValue: true,
        reads: true,
        send: ({ name: email }, _, value) => ({
          method: 'POST',
          path: `${API}/login`,
          json: { email, password: PASSWORDS[value] }
        }),
        outcomes: { 200: 'ok', 400: 'refused' },
        tokenIn: (body) => body.access_token
      },
      { ...owned('me', 40, 'GET', 'me'), reads: true },
      {
        ...owned('exchange', 24, 'POST', 'refresh_token'),
        outcomes: { ...OWN, 403: 'ended' },
        tokenIn: (body) => body.access_token
      },
      owned('logout', 8, 'POST', 'logout'),
      owned('others', 6, 'POST', 'logout_others'),
      {
        op: 'reset',
        weight: 6,
        byValue: true,
        send: ({ name: email }, _, value) => ({
          method: 'POST',
          path: `${API}/reset_password`,
          json: { email, old_password: PASSWORDS[value], new_password: PASSWORDS[1 - value] }
        }),
        outcomes: { 200: 'ok', 400: 'refused' }
      }
    ]
  }
}

function owned(op: string, weight: number, method: 'GET' | 'POST', path: string): Operation {
  return { op, weight, byToken: true, send: (_, token) => ({ method, path: `${API}/${path}`, token }), outcomes: OWN }
}
