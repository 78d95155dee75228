import { createClient } from './client.js'
import { PASSWORD } from './accounts.js'
import { login } from './sessions.js'
import type { Answered, Sent } from './send.js'

/** Requests that make accounts of julong and tasks of tms, and that list them. */
export interface Lists {
  addAccount(name: string): Sent
  addTask(type: string): Sent
  /** The accounts whose name has this in it. */
  accounts(name: string): Sent
  /** The tasks of this type. */
  tasks(type: string): Sent
  /** A page of the accounts of tms, and all of them. */
  page: Sent
  whole: Sent
  /** Throws unless the list has the one thing of this name that was made before it. */
  mustHave(listed: Answered, name: string): void
}

const JULONG = '/api/private/v1'

export async function createLists(origin: string): Promise<Lists> {
  const client = createClient(origin)
  const admin = await login(client, 'julong', 'admin', '123456')
  const user = await login(client, 'tms', '21089', 'zhou0914.')
  const get = (path: string, token: string): Sent => ({ method: 'GET', path, token })
  const post = (path: string, token: string, json: unknown): Sent => ({ method: 'POST', path, token, json })
  return {
    addAccount: (userName) => post(`${JULONG}/users`, admin, { userName, password: PASSWORD }),
    addTask: (type) => post('/tms/task/create', user, { description: type, type }),
    accounts: (name) => get(`${JULONG}/user?pagenum=1&pagesize=5&query=${name}`, admin),
    tasks: (type) => get(`/tms/task/list?page=1&limit=5&type=${type}`, user),
    page: get('/tms/user/list?page=1&limit=5', user),
    whole: get('/tms/user/list', user),
    mustHave(listed, name) {
      const count = found(listed)
      if (count !== 1) throw new Error(`${count} in the list that was made after ${name}`)
    }
  }
}

/** How many it has, by its total and by its items. */
function found({ body }: Answered): number {
  const { total, users, tasks } = body.data as { total: number; users?: unknown[]; tasks?: unknown[] }
  const items = (users ?? tasks ?? []).length
  if (items !== total) throw new Error(`${items} items of ${total}`)
  return items
}
