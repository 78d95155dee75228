import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import type { Context } from '../../../src/server/context.js'
import { PASSWORD } from '../accounts.js'
import { createActor } from '../actor.js'
import { createClient } from '../client.js'
import { enrol } from '../second-factor.js'
import { login } from '../sessions.js'

export interface TokenServer {
  /** Answers `{token}` at `/<api>`: that of an administrator nobody knew before, from a login at the tested server. */
  origin: string
  close(): void
}

/** Requests may log out, disable or remove whoever sends them; then the tester asks here for another. */
export async function openTokenServer(context: Context, tested: string): Promise<TokenServer> {
  const client = createClient(tested)
  const answer = async (api: RealmName): Promise<string> => {
    const { id, name } = await createActor({ context }, api)
    const token = await login(client, api, name, PASSWORD)
    // A request may make the administrators' role require one.
    if (realmNamed(api).secondFactor !== undefined) await enrol({ context, db: context.database.db }, api, id)
    return JSON.stringify({ token })
  }
  const tokens = createServer((request, response) => {
    answer(request.url!.slice(1) as RealmName)
      .then((body) => response.setHeader('content-type', 'application/json').end(body))
      .catch((error: Error) => response.writeHead(500).end(error.message))
  })
  await once(tokens.listen(0, '127.0.0.1'), 'listening')
  return { origin: `http://127.0.0.1:${(tokens.address() as AddressInfo).port}`, close: () => void tokens.close() }
}
