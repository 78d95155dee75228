import { freshName, PASSWORD } from '../accounts.js'
import { login } from '../sessions.js'
import { good, type Way } from './way.js'

const NEXT = 'another horse'

export const userLogin: Record<string, Way> = {
  'logout, user-login': async (client) => async () => {
    const token = await login(client, 'user-login', 'user@example.com', 'currentpassword')
    return {
      ask: (at) => at.get('/api/users/me', { token }),
      end: (at) => at.post('/api/users/logout', { token }),
      refused: 401
    }
  },
  'exchange of the token, user-login': async (client) => async () => {
    const token = await login(client, 'user-login', 'user@example.com', 'currentpassword')
    return {
      ask: (at) => at.get('/api/users/me', { token }),
      end: (at) => at.post('/api/users/refresh_token', { token }),
      refused: 401
    }
  },
  'password change, user-login': async (client) => {
    const email = `${freshName()}@example.com`
    const profile = { first_name: '三', last_name: '张', phone_number: '13800138000' }
    let [password, next] = [PASSWORD, NEXT]
    good(await client.post('/api/users/register', { json: { email, password, ...profile } }))
    return async () => {
      const token = await login(client, 'user-login', email, password)
      const json = { email, old_password: password, new_password: next }
      ;[password, next] = [next, password]
      return {
        ask: (at) => at.get('/api/users/me', { token }),
        end: (at) => at.post('/api/users/reset_password', { json }),
        refused: 401
      }
    }
  }
}
