import { setTimeout as delay } from 'node:timers/promises'
import type { RealmName } from '../../../src/config/realm-names.js'
import { traitsOf } from '../../apis/index.js'
import { createClient, type Answer, type Client } from '../client.js'
import { ownSessions } from '../own-sessions.js'

/** Clients that log in to APIs, read, and end their other sessions, again and again. */
export interface Visitors {
  /** How many requests were answered well. */
  answered(): number
  failures: string[]
  stop(): Promise<void>
}

/** The sample accounts that visit. */
const ACCOUNTS: Partial<Record<RealmName, [name: string, password: string]>> = {
  julong: ['admin', '123456'],
  'user-login': ['user@example.com', 'currentpassword'],
  'back-office': ['auroralorigin', '123456']
}
const PAUSE_MS = 5

export function startVisitors(origin: string): Visitors {
  const client = createClient(origin)
  const failures: string[] = []
  let [answered, stopped] = [0, false]

  async function step(api: string, what: string, request: Promise<Answer>): Promise<Answer['body']> {
    const { status, body } = await request
    if (status < 200 || status > 299) throw new Error(`${api} ${what}: ${status} ${JSON.stringify(body)}`)
    answered += 1
    await delay(PAUSE_MS)
    return body
  }

  async function visitForever(api: RealmName, account: [string, string]): Promise<void> {
    while (!stopped) {
      await visit(client, api, { account, step: (what, request) => step(api, what, request) }).catch((error: Error) => {
        failures.push(error.message)
      })
    }
  }

  const running = Object.entries(ACCOUNTS).map(([api, account]) => visitForever(api as RealmName, account))
  return {
    answered: () => answered,
    failures,
    async stop() {
      stopped = true
      await Promise.all(running)
    }
  }
}

interface Visit {
  account: [name: string, password: string]
  step(what: string, request: Promise<Answer>): Promise<Answer['body']>
}

async function visit(client: Client, api: RealmName, { account: [name, password], step }: Visit): Promise<void> {
  const { me, path, endOthers } = ownSessions[api]
  const token = traitsOf[api].tokenIn(await step('login', traitsOf[api].login(client, name, password)))
  await step('me', client.get(me, { token }))
  await step('sessions', client.get(path, { token }))
  await step('end of the others', endOthers(client, { token }))
}
