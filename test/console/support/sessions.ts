import type { Page } from 'playwright-core'
import type { RealmName } from '../../../src/config/realm-names.js'
import { traitsOf } from '../../apis/index.js'
import { PASSWORD } from '../../support/accounts.js'
import { createClient } from '../../support/client.js'
import type { TestServer } from '../../support/server.js'

/** A `User-Agent` that a browser would run if it took it for HTML. */
export const SCRIPT = '<img src=x onerror=alert(1)>'

export interface SessionsOverHttp {
  /** Logs in with this `User-Agent` and gives the token. */
  logIn(name: string, userAgent: string): Promise<string>
  /** The status with which the sessions of the caller are answered. */
  statusOf(token: string): Promise<number>
}

/** `own` is the path of the sessions of the caller. */
export function sessionsOverHttp({ origin, client }: TestServer, api: RealmName, own: string): SessionsOverHttp {
  const { login, tokenIn } = traitsOf[api]
  return {
    async logIn(name, userAgent) {
      const { body } = await login(createClient(origin, { 'user-agent': userAgent }), name, PASSWORD)
      return tokenIn(body)
    },
    statusOf: async (token) => (await client.get(own, { token })).status
  }
}

/** The token that the page sends with its next request to this path. */
export async function tokenSentTo(page: Page, path: string): Promise<string> {
  const request = await page.waitForRequest((sent) => new URL(sent.url()).pathname === path)
  const { authorization = '' } = await request.allHeaders()
  return authorization.replace(/^Bearer /, '')
}
