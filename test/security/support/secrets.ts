import { randomBytes } from 'node:crypto'
import { realmNames } from '../../../src/config/realm-names.js'
import type { CaseRequest } from '../../contract/case.js'
import { PASSWORD } from '../../support/accounts.js'
import type { Answer } from '../../support/client.js'
import type { TestServer } from '../../support/server.js'
import type { ApiOperation } from './operations.js'
import { snapshot } from './tables.js'
import { bodyOf } from './trail.js'

const PASSWORD_FIELDS = [
  'password',
  'old_password',
  'new_password',
  'current_password',
  'currentPassword',
  'newPassword'
]
const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g
/** Of a second factor; they are secrets from then on. */
const FACTOR_SECRET = /\b([A-Z2-7]{32}|([a-z2-7]{4}-){5}[a-z2-7]{4})\b/g
const HASH = /\$2[abxy]\$\d\d\$|\$argon2/

/** Every secret that was sent to a server or came from it, and where one of them is to be found. */
export interface Secrets {
  /** A new one. */
  make(): string
  /** The request with a secret in the place of every password that it makes up, and of a token that it lacks. */
  put(operation: ApiOperation, request: CaseRequest): CaseRequest
  /** Secrets and hashes in a text. */
  foundIn(text: string): string[]
  /** Secrets, hashes and, but where `mayHaveToken`, tokens in an answer. Tokens are secrets from then on. */
  foundInAnswer(answer: Answer, mayHaveToken: boolean): string[]
}

export function createSecrets(): Secrets {
  const secrets = new Set([PASSWORD])

  function make(): string {
    const secret = `secret-${randomBytes(9).toString('hex')}`
    secrets.add(secret)
    return secret
  }

  function foundIn(text: string): string[] {
    const found = [...secrets].filter((secret) => text.includes(secret))
    return HASH.test(text) ? [...found, 'a hash'] : found
  }

  return {
    make,
    foundIn,
    put(operation, request) {
      if (request.token !== undefined && request.token.length > 20) secrets.add(request.token)
      const token = request.token ?? make()
      const headers = { Cookie: `session=${make()}`, ...request.headers }
      if (request.raw !== undefined || operation.body === undefined) return { ...request, token, headers }
      const fields = Object.entries(bodyOf(operation, request)).map(([name, value]) => {
        const madeUp = PASSWORD_FIELDS.includes(name) && typeof value === 'string' && value !== PASSWORD
        return [name, madeUp ? make() : value]
      })
      return { ...request, token, headers, body: Object.fromEntries(fields) }
    },
    foundInAnswer({ body, headers }, mayHaveToken) {
      const text = `${JSON.stringify(body)} ${JSON.stringify([...headers])}`
      const found = foundIn(text)
      for (const [secret] of text.matchAll(FACTOR_SECRET)) secrets.add(secret)
      const tokens = text.match(JWT) ?? []
      tokens.forEach((token) => secrets.add(token))
      return mayHaveToken ? found : [...found, ...tokens]
    }
  }
}

/** What the server keeps and shows beside its answers: its log, its metrics, its audit trail. */
export async function recordsOf({ logged, context, db }: TestServer): Promise<Record<string, string>> {
  return {
    log: logged.join('\n'),
    metrics: await context.metrics.render(),
    audit: JSON.stringify(await db('audit.events').select('*'))
  }
}

/** All rows of all realms without the columns of hashes, and what is stored of tokens, tries and second factors. */
export async function storedText({ db }: TestServer): Promise<string> {
  const snapshots: unknown[] = []
  for (const api of realmNames) snapshots.push(await snapshot(db, api))
  const withoutHashes = (name: string, value: unknown) => (/^(password_hash|hashed_password)$/.test(name) ? '' : value)
  const shared = ['revoked_tokens', 'rate_limits', 'second_factors', 'recovery_codes', 'webhooks', 'webhook_deliveries']
  for (const table of shared) snapshots.push(await db(`quintet.${table}`))
  return JSON.stringify(snapshots, withoutHashes)
}
