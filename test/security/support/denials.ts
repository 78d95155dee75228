import type { RealmName } from '../../../src/config/realm-names.js'
import type { CallerKind } from './callers.js'

/** Kinds of callers that are turned away before anyone asks for a right. */
export type UnknownCaller = Exclude<
  CallerKind,
  | 'ordinary account'
  | 'another ordinary account'
  | 'administrator without the right'
  | 'administrator with exactly the right'
  | 'super administrator'
>

/** Status and the text that the body shows. */
export type Denial = readonly [status: number, text: string]

type Denials = Record<UnknownCaller, Denial> & { 'right missing': Denial }

function denials(usual: Denial, others: Partial<Denials>): Denials {
  return {
    'no token': usual,
    'malformed header': usual,
    'bad signature': usual,
    'expired token': usual,
    'logged-out token': usual,
    'disabled account': usual,
    'removed account': usual,
    "another realm's token": usual,
    'right missing': [403, '没有访问权限'],
    ...others
  }
}

/** How each API turns somebody away, as its document and the decisions about it say. */
export const denialsOf: Record<RealmName, Denials> = {
  tms: denials([401, 'Could not validate credentials'], { 'no token': [401, 'Not authenticated'] }),
  julong: denials([401, '无效token'], {}),
  'waste-sorting': denials([401, '无效的令牌'], {
    'no token': [401, '缺少认证令牌'],
    'malformed header': [401, '令牌格式错误，应为 "Bearer <token>"'],
    'expired token': [401, '令牌已过期'],
    'disabled account': [403, '该账户已被封禁'],
    'removed account': [401, '无效的用户'],
    'right missing': [403, '需要管理员权限']
  }),
  'user-login': denials([401, 'Token is invalid'], {
    'no token': [401, 'Not authenticated'],
    'malformed header': [401, 'Not authenticated'],
    'expired token': [401, 'Token has expired']
  }),
  'back-office': denials([401, '无效token'], { 'disabled account': [403, '该管理员已被禁用'] })
}

/** Where an ended token may be exchanged, one that was revoked is refused in words of its own. */
export const EXCHANGE_REFUSED: Denial = [403, 'Refresh token is invalid or expired']
