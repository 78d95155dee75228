import type { NewAccount } from '../../src/accounts/register.js'
import type { AuditAction } from '../../src/audit/record.js'
import type { CallerKind } from '../security/support/callers.js'
import type { Answer, Client } from '../support/client.js'
import type { TestServer } from '../support/server.js'

/** What the tests of all APIs have to know of one. */
export interface ApiTraits<Operations = Record<string, unknown>> {
  /** The login, over HTTP. */
  login(client: Client, name: string, password: string): Promise<Answer>
  /** The bare token in the answer of a login. */
  tokenIn(body: Answer['body']): string
  /** Writes what a new account has beside its row. */
  also?: NonNullable<NewAccount['also']>
  /** Undefined where all accounts are alike: an ordinary account takes the administrators' places. */
  ranks?: Ranks
  /** How callers are refused, as the document and the decisions about it say. */
  denials: Denials
  /** How a token is refused that was revoked, where an ended one may be exchanged. */
  exchangeRefused?: Denial
  /** Operations that only the owner of their thing may call: the account that made it. */
  owned?: (keyof Operations & string)[]
  /** Operations that show whether a token is taken. */
  protectedOperations: [ProtectedOperation, ...ProtectedOperation[]]
  /** What operations leave in the audit trail: nothing where they are left out, as all may that change no account and no role. */
  audited: { [Id in keyof Operations]?: Audited }
  /** Whether the answer says that the request breaks the contract. */
  refusesRequest(answer: Answer): boolean
  /**
   * Statuses with which operations refuse what fits their schemas, by a rule that no schema can tell: a name is taken, a
   * password wrong, a price has three decimal places. (401, 403, 404 and 409 mean nothing else and need no entry.)
   */
  refusedByRule: { [Id in keyof Operations]?: number[] }
  /** An operation that the documentation calls with the first sample account, and what its answer shows. */
  tryCall: [operationId: keyof Operations & string, holds: string]
}

/** Who is who in a realm that knows administrators. `right` is the one that the operation asks for. */
export interface Ranks {
  ordinary: number
  highest: number
  /** Rights of the ordinary role. */
  ordinaryRights?: string[]
  /** A role that lacks the right, though it may hold all others. */
  without(server: TestServer, right?: string): Promise<number>
  /** The role that holds the right and as few others as the realm has it. */
  exactly(server: TestServer, right?: string): Promise<number>
}

/** An operation that answers 200 to any token of an account of this role. */
export interface ProtectedOperation {
  method: 'GET' | 'POST'
  path: string
  roleId?: number
  /** What it answers besides 401 to a token that has ended. */
  endedStatus?: number
}

/** Who or what an entry is about: the caller, the account, role or session's account of the path, the one that the body names. */
export type Target = 'caller' | 'path account' | 'path session' | 'named account' | 'path role' | 'named role'

export interface Audited {
  action: AuditAction
  target: Target
  /** Statuses with which the operation refuses a password, which is recorded as failed. */
  refusals?: number[]
}

/** What operations of several APIs leave in the audit trail. */
export const audited = {
  login: (...refusals: number[]): Audited => ({ action: 'login', target: 'named account', refusals }),
  logout: { action: 'logout', target: 'caller' },
  creation: { action: 'account-create', target: 'named account' },
  /** Of operations that end sessions of others, where there are administrators. */
  session: { action: 'session-end', target: 'path session' },
  sessions: { action: 'session-end', target: 'path account' },
  /** Of those that end one's own sessions, in all APIs. */
  ownSessions: {
    endOwnSession: { action: 'session-end', target: 'caller' },
    endOtherSessions: { action: 'session-end', target: 'caller' }
  },
  /** Of those that change the own second factor, where accounts may have one. */
  secondFactor: {
    beginSecondFactor: { action: 'second-factor-begin', target: 'caller', refusals: [400] },
    confirmSecondFactor: { action: 'second-factor-enable', target: 'caller', refusals: [400] },
    removeSecondFactor: { action: 'second-factor-disable', target: 'caller', refusals: [400] },
    renewRecoveryCodes: { action: 'recovery-codes-renew', target: 'caller', refusals: [400] },
    setRoleSecondFactor: { action: 'role-second-factor', target: 'path role' }
  }
} satisfies Record<string, Audited | Record<string, Audited> | ((...refusals: number[]) => Audited)>

/** Statuses with which these operations refuse a password or a code. */
export const secondFactorRefusals = {
  beginSecondFactor: [400],
  confirmSecondFactor: [400],
  removeSecondFactor: [400],
  renewRecoveryCodes: [400]
}

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

export type Denials = Record<UnknownCaller, Denial> & { 'right missing': Denial }

export function denials(usual: Denial, others: Partial<Denials> = {}): Denials {
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
