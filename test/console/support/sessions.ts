import type { Page } from 'playwright-core'
import type { RealmName } from '../../../src/config/realm-names.js'
import { traitsOf } from '../../apis/index.js'
import { PASSWORD } from '../../support/accounts.js'
import { createClient } from '../../support/client.js'
import { ownSessions } from '../../support/own-sessions.js'
import type { TestServer } from '../../support/server.js'

/** A `User-Agent` that a browser would run if it took it for HTML. */
export const SCRIPT = '<img src=x onerror=alert(1)>'

export interface SessionsOverHttp {
  /** Logs in with this `User-Agent` and gives the token. */
  logIn(name: string, userAgent: string): Promise<string>
  /** The status with which the sessions of the caller are answered. */
  statusOf(token: string): Promise<number>
}

export function sessionsOverHttp({ origin, client }: TestServer, api: RealmName): SessionsOverHttp {
  const { login, tokenIn } = traitsOf[api]
  return {
    async logIn(name, userAgent) {
      const { body } = await login(createClient(origin, { 'user-agent': userAgent }), name, PASSWORD)
      return tokenIn(body)
    },
    statusOf: async (token) => (await client.get(ownSessions[api].path, { token })).status
  }
}

/** The token with which the page next lists the sessions of the caller. */
export async function tokenListing(page: Page, api: RealmName): Promise<string> {
  const request = await page.waitForRequest((sent) => new URL(sent.url()).pathname === ownSessions[api].path)
  const { authorization = '' } = await request.allHeaders()
  return authorization.replace(/^Bearer /, '')
}
