import { freshName, PASSWORD } from '../accounts.js'
import type { Client } from '../client.js'
import { login } from '../sessions.js'
import { good, type Sending, type Way } from './way.js'

const JULONG = '/api/private/v1'
/** The document's own role, which may list users, and the right that lets it. */
const JULONG_ROLE = 30
const RIGHTS = '125,110,131,136'
const LIST_RIGHT = 136

/** A user of julong with `PASSWORD` and no role, and a token of the super administrator. */
async function julongUser(client: Client): Promise<{ id: number; name: string; by: string }> {
  const name = freshName()
  const by = await login(client, 'julong', 'admin', '123456')
  const json = { userName: name, password: PASSWORD }
  const { data } = good(await client.post(`${JULONG}/users`, { token: by, json }))
  return { id: data.id, name, by }
}

const listJulong =
  (token: string): Sending =>
  (at) =>
    at.get(`${JULONG}/user?pagenum=1&pagesize=1`, { token })

const setJulongRole = (at: Client, user: { id: number; by: string }, rid: number) =>
  at.put(`${JULONG}/users/${user.id}/role`, { token: user.by, json: { rid } })

async function createJulongRole(client: Client, token: string): Promise<number> {
  const created = await client.post(`${JULONG}/roles`, { token, json: { roleName: freshName('role') } })
  return good(created).data.roleId
}

export const julong: Record<string, Way> = {
  'ban, julong': async (client) => {
    const user = await julongUser(client)
    const setState = (at: Client, state: boolean) =>
      at.put(`${JULONG}/users/${user.id}/state/${state}`, { token: user.by })
    good(await setJulongRole(client, user, JULONG_ROLE))
    return async () => {
      good(await setState(client, true))
      const token = await login(client, 'julong', user.name, PASSWORD)
      return { ask: listJulong(token), end: (at) => setState(at, false), refused: 401 }
    }
  },
  'removal, julong': async (client) => async () => {
    const user = await julongUser(client)
    good(await setJulongRole(client, user, JULONG_ROLE))
    const token = await login(client, 'julong', user.name, PASSWORD)
    return {
      ask: listJulong(token),
      end: (at) => at.delete(`${JULONG}/users/${user.id}`, { token: user.by }),
      refused: 401
    }
  },
  'role change, julong': async (client) => {
    const user = await julongUser(client)
    const token = await login(client, 'julong', user.name, PASSWORD)
    const powerless = await createJulongRole(client, user.by)
    return async () => {
      good(await setJulongRole(client, user, JULONG_ROLE))
      return { ask: listJulong(token), end: (at) => setJulongRole(at, user, powerless), refused: 403 }
    }
  },
  'right taken from the role, julong': async (client) => {
    const user = await julongUser(client)
    const token = await login(client, 'julong', user.name, PASSWORD)
    const role = await createJulongRole(client, user.by)
    good(await setJulongRole(client, user, role))
    return async () => {
      good(await client.post(`${JULONG}/roles/${role}/rights`, { token: user.by, json: { rids: RIGHTS } }))
      return {
        ask: listJulong(token),
        end: (at) => at.delete(`${JULONG}/roles/${role}/rights/${LIST_RIGHT}`, { token: user.by }),
        refused: 403
      }
    }
  }
}
