import { login } from '../sessions.js'
import type { Way } from './way.js'

export const tms: Record<string, Way> = {
  'logout, tms': async (client) => async () => {
    const token = await login(client, 'tms', '21089', 'zhou0914.')
    return {
      ask: (at) => at.get('/tms/user/me', { token }),
      end: (at) => at.put('/tms/logout', { token }),
      refused: 401
    }
  }
}
