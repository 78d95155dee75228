import jwt from 'jsonwebtoken'
import type { AccountRow, Realm } from '../realms/realm.js'
import type { TokenKeys } from '../tokens/keys.js'
import { signToken } from '../tokens/token.js'
import { bodySchema } from '../http/body-schema.js'
import type { Operation } from '../http/contract.js'
import type { Change, MockRequest } from './change.js'
import type { ExampleAnswer } from './examples.js'
import { at } from './pointer.js'
import { isSecret, type Schema } from './schema.js'

type Claims = Record<string, unknown>

/** In the place of the example's token, a new one with the claims and the life that the server gives it. */
export function freshToken(
  { realm, keys }: { realm: Realm; keys: TokenKeys },
  operation: Operation,
  { status, body }: ExampleAnswer
): Change | undefined {
  const { opens, renews } = (operation as { 'x-session'?: { opens?: string; renews?: string } })['x-session'] ?? {}
  const pointer = opens ?? renews
  if (pointer === undefined || status >= 300) return undefined
  const shown = withoutScheme(at(body, pointer) as string)
  const beside = (at(body, pointer.replace(/\/[^/]*$/, '')) as { id?: number | string } | undefined)?.id
  const nameField = nameFieldOf(operation)
  return (answer, request) => {
    const renewed = renews === undefined ? {} : claimsOf(withoutScheme(request.authorization))
    const account = {
      id: renewed[realm.idClaim] ?? beside ?? claimsOf(shown)[realm.idClaim] ?? realm.newId?.() ?? 1,
      name: sentName(request, nameField) ?? renewed.sub,
      role_id: realm.administratorRole ?? null,
      generation: 0
    } as AccountRow
    answer.body = replaceText(answer.body, shown, signToken(realm, keys, account))
  }
}

function withoutScheme(text: string): string {
  return text.replace(/^(bearer +)+/i, '').trim()
}

/** The first field of the body that is no password. */
function nameFieldOf(operation: Operation): string | undefined {
  const properties = Object.entries((bodySchema(operation)?.properties ?? {}) as Record<string, Schema>)
  return properties.find(([, schema]) => !isSecret(schema))?.[0]
}

function sentName({ body }: MockRequest, field: string | undefined): unknown {
  return field === undefined ? undefined : (body as Claims | undefined)?.[field]
}

/** Of a token, unchecked; none of any other text. */
function claimsOf(text: string): Claims {
  try {
    const claims = jwt.decode(text)
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : {}
  } catch {
    return {}
  }
}

function replaceText(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(from, to)
  if (Array.isArray(value)) return value.map((part) => replaceText(part, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaceText(part, from, to)]))
}
