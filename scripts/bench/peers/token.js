import jwt from 'jsonwebtoken'
import { keys } from './settings.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const BEARER = /^bearer +(\S+) *$/i

/** `{ id, jti, generation }` of a good `Authorization` header, undefined of any other. */
export function readToken(realm, header = '') {
  const text = BEARER.exec(header)?.[1]
  if (text === undefined) return undefined
  try {
    const { uid, jti, gen } = jwt.verify(text, keys[realm], { algorithms: ['HS256'], audience: realm })
    if (!Number.isInteger(uid) || !Number.isSafeInteger(gen) || !UUID.test(jti)) return undefined
    return { id: uid, jti, generation: gen }
  } catch {
    return undefined
  }
}

/** Whether the account, with `revoked` beside its columns, may use the token. */
export function holds(token, account) {
  if (account === undefined || account.disabled || account.revoked) return false
  return account.generation === token.generation || account.kept_token === token.jti
}
