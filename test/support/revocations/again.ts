import type { Client } from '../client.js'
import { backOffice } from './back-office.js'
import { julong } from './julong.js'
import { sessions } from './sessions.js'
import { tms } from './tms.js'
import { userLogin } from './user-login.js'
import { wasteSorting } from './waste-sorting.js'
import type { Session, Way } from './way.js'

export const ways: Record<string, Way> = {
  ...tms,
  ...userLogin,
  ...wasteSorting,
  ...julong,
  ...backOffice,
  ...sessions
}

/**
 * Ends what a caller may do on one replica in turn, so many times, and throws unless the very next request on every other one is
 * refused. Returns how many requests were.
 */
export async function revokeAgainAndAgain(
  name: string,
  { way, clients, times }: { way: Way; clients: Client[]; times: number }
): Promise<number> {
  const begin = await way(clients[0]!)
  let checked = 0
  for (let time = 0; time < times; time += 1) {
    const here = clients[time % clients.length]!
    const elsewhere = clients.filter((client) => client !== here)
    checked += await revokeOnce(name, await begin(), here, elsewhere)
  }
  return checked
}

/** Returns how many requests were refused elsewhere. */
async function revokeOnce(
  name: string,
  { ask, end, refused }: Session,
  here: Client,
  elsewhere: Client[]
): Promise<number> {
  const before = await Promise.all(elsewhere.map(ask))
  if (before.some(({ status }) => status !== 200))
    throw new Error(`${name}: not served before: ${JSON.stringify(before)}`)
  const ended = await end(here)
  const after = await Promise.all(elsewhere.map(ask))
  if (ended.status !== 200) throw new Error(`${name}: ${ended.status} ${JSON.stringify(ended.body)}`)
  const late = after.filter(({ status }) => status !== refused)
  if (late.length > 0) throw new Error(`${name}: served afterwards: ${JSON.stringify(late)}`)
  return after.length
}
