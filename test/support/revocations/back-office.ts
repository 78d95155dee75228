import { freshName, PASSWORD } from '../accounts.js'
import type { Client } from '../client.js'
import { login } from '../sessions.js'
import { good, type Sending, type Way } from './way.js'

const ADMIN = 1
const VIEWER = 2

/** A viewer of back-office with `PASSWORD`, and a token of an administrator. */
async function backOfficeViewer(client: Client): Promise<{ id: string; name: string; by: string }> {
  const name = freshName()
  const by = await login(client, 'back-office', 'auroralorigin', '123456')
  const json = { name, password: PASSWORD, email: 'a@example.com', mobile: '13888888888' }
  good(await client.post('/admin/admins', { token: by, json }))
  const { data } = good(await client.get(`/admin/admins?pagenum=1&pagesize=1&query=${name}`, { token: by }))
  return { id: data[0]._id, name, by }
}

const listBackOffice =
  (token: string): Sending =>
  (at) =>
    at.get('/admin/admins?pagenum=1&pagesize=1', { token })

export const backOffice: Record<string, Way> = {
  'ban, back-office': async (client) => {
    const { id, name, by } = await backOfficeViewer(client)
    const setState = (at: Client, state: boolean) => at.put(`/admin/admins/${id}/state/${state}`, { token: by })
    return async () => {
      good(await setState(client, true))
      const token = await login(client, 'back-office', name, PASSWORD)
      return { ask: listBackOffice(token), end: (at) => setState(at, false), refused: 403 }
    }
  },
  'removal, back-office': async (client) => async () => {
    const { id, name, by } = await backOfficeViewer(client)
    const token = await login(client, 'back-office', name, PASSWORD)
    return {
      ask: listBackOffice(token),
      end: (at) => at.delete(`/admin/admins/${id}`, { token: by }),
      refused: 401
    }
  },
  'role change, back-office': async (client) => {
    const { id, name, by } = await backOfficeViewer(client)
    const token = await login(client, 'back-office', name, PASSWORD)
    const setRole = (at: Client, rid: number) => at.put(`/admin/admins/${id}/role`, { token: by, json: { rid } })
    const change = { email: 'b@example.com', mobile: '13888888888' }
    return async () => {
      good(await setRole(client, ADMIN))
      return {
        ask: (at) => at.put(`/admin/admins/${id}`, { token, json: change }),
        end: (at) => setRole(at, VIEWER),
        refused: 403
      }
    }
  }
}
