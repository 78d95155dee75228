import { freshName, PASSWORD } from '../accounts.js'
import type { Client } from '../client.js'
import { login } from '../sessions.js'
import { good, type Sending, type Way } from './way.js'

/** An administrator of waste-sorting with `PASSWORD`, and a token of the one that made it. */
async function wasteSortingAdmin(client: Client): Promise<{ id: number; name: string; by: string }> {
  const name = freshName()
  const by = await login(client, 'waste-sorting', 'admintest', 'admintest')
  const json = { username: name, password: PASSWORD }
  const { user } = good(await client.post('/api/admin/users/create_admin', { token: by, json }))
  return { id: user.id, name, by }
}

const listWasteSorting =
  (token: string): Sending =>
  (at) =>
    at.get('/api/admin/users?page=1&limit=1', { token })

export const wasteSorting: Record<string, Way> = {
  'ban, waste-sorting': async (client) => {
    const { id, name, by } = await wasteSortingAdmin(client)
    const setStatus = (at: Client, status: number) =>
      at.put(`/api/admin/users/${id}/status`, { token: by, json: { status } })
    return async () => {
      good(await setStatus(client, 0))
      const token = await login(client, 'waste-sorting', name, PASSWORD)
      return { ask: listWasteSorting(token), end: (at) => setStatus(at, 1), refused: 403 }
    }
  },
  'password set by an administrator, waste-sorting': async (client) => {
    const { id, name, by } = await wasteSortingAdmin(client)
    return async () => {
      const token = await login(client, 'waste-sorting', name, PASSWORD)
      const json = { new_password: PASSWORD }
      return {
        ask: listWasteSorting(token),
        end: (at) => at.put(`/api/admin/users/${id}/set_password`, { token: by, json }),
        refused: 401
      }
    }
  },
  'password change by another token, waste-sorting': async (client) => {
    const { name } = await wasteSortingAdmin(client)
    const own = await login(client, 'waste-sorting', name, PASSWORD)
    return async () => {
      const other = await login(client, 'waste-sorting', name, PASSWORD)
      const json = { current_password: PASSWORD, new_password: PASSWORD }
      return {
        ask: listWasteSorting(other),
        end: (at) => at.put('/api/auth/change_password', { token: own, json }),
        refused: 401
      }
    }
  }
}
