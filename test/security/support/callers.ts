import { removeAccount, setDisabled, setRole } from '../../../src/accounts/administration.js'
import { logout } from '../../../src/accounts/logout.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import type { AccountRow } from '../../../src/realms/realm.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { createCallerLoader } from '../../../src/accounts/caller.js'
import { realmContext } from '../../../src/server/context.js'
import { verifyToken } from '../../../src/tokens/token.js'
import { expiredToken, freshName } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'
import type { ApiOperation } from './operations.js'
import { person, tokenOf } from './people.js'

/** Everybody who may knock, from nobody to the highest administrator. */
export const callerKinds = [
  'no token',
  'malformed header',
  'bad signature',
  'expired token',
  'logged-out token',
  'disabled account',
  'removed account',
  "another realm's token",
  'ordinary account',
  'another ordinary account',
  'administrator without the right',
  'administrator with exactly the right',
  'super administrator'
] as const

export type CallerKind = (typeof callerKinds)[number]

export interface PreparedCaller {
  /** Sent as `Authorization`. */
  authorization?: string
  token?: string
}

/** Who is who in a realm that knows administrators. `right` is the one that the operation asks for. */
interface Ranks {
  ordinary: number
  highest: number
  /** A role that lacks the right, though it may hold all others. */
  without(server: TestServer, right?: string): Promise<number>
  /** The role that holds the right and as few others as the realm has it. */
  exactly(server: TestServer, right?: string): Promise<number>
}

/** Rights of back-office's second role. */
const VIEWER_RIGHTS = ['admins:read', 'roles:read']

/** Undefined where all accounts are alike: an ordinary account takes the administrators' places. */
const ranks: Record<RealmName, Ranks | undefined> = {
  tms: undefined,
  julong: {
    ordinary: -1,
    highest: 0,
    without: (server, right) => julongRole(server, (code) => right !== undefined && code !== right),
    exactly: (server, right) => julongRole(server, (code) => code === right)
  },
  'waste-sorting': { ordinary: 0, highest: 1, without: async () => 0, exactly: async () => 1 },
  'user-login': undefined,
  'back-office': {
    ordinary: 2,
    highest: 1,
    without: async () => 2,
    exactly: async (_, right) => (right === undefined || VIEWER_RIGHTS.includes(right) ? 2 : 1)
  }
}

/** Whether the realm has given this kind of account the right. */
export function holdsRight(api: RealmName, kind: CallerKind, right: string): boolean {
  if (kind === 'administrator with exactly the right' || kind === 'super administrator') return true
  return api === 'back-office' && VIEWER_RIGHTS.includes(right)
}

/** A new julong role that holds the rights whose code is wanted, and not those above them. */
export async function julongRole({ db }: TestServer, wanted: (code: string) => boolean): Promise<number> {
  const rights: { id: number; code: string }[] = await db('julong.rights').whereNotNull('code').select('id', 'code')
  const [role] = await db('julong.roles')
    .insert({ name: freshName('role') })
    .returning('id')
  const granted = rights.filter(({ code }) => wanted(code)).map(({ id }) => ({ role_id: role.id, right_id: id }))
  if (granted.length > 0) await db('julong.role_rights').insert(granted)
  return role.id
}

/** A new caller of this kind for the operation. */
export async function prepareCaller(
  server: TestServer,
  { api, right }: ApiOperation,
  kind: CallerKind
): Promise<PreparedCaller> {
  const highest = ranks[api]?.highest
  const administrator = () => person(server, api, highest)
  switch (kind) {
    case 'no token':
      return {}
    case 'malformed header':
      return { authorization: 'Basic dXNlcjpwYXNzd29yZA==' }
    case 'bad signature':
      return bearer(withOtherSignature(tokenOf(server, api, await administrator())))
    case 'expired token':
      return bearer(expiredToken(server, realmNamed(api), await administrator()))
    case 'logged-out token':
      return bearer(await loggedOut(server, api, await administrator()))
    case 'disabled account':
      return bearer(await tokenBefore(server, api, await administrator(), setDisabledNow))
    case 'removed account':
      return bearer(await tokenBefore(server, api, await administrator(), removeNow))
    case "another realm's token": {
      const other = api === 'julong' ? 'waste-sorting' : 'julong'
      return bearer(tokenOf(server, other, await person(server, other, ranks[other]?.highest)))
    }
    case 'ordinary account':
    case 'another ordinary account':
      return bearer(tokenOf(server, api, await person(server, api, ranks[api]?.ordinary)))
    case 'administrator without the right': {
      const role = await ranks[api]?.without(server, right)
      return bearer(await tokenBefore(server, api, await administrator(), demoteTo(role)))
    }
    case 'administrator with exactly the right':
      return bearer(tokenOf(server, api, await person(server, api, await ranks[api]?.exactly(server, right))))
    case 'super administrator':
      return bearer(tokenOf(server, api, await administrator()))
  }
}

function bearer(token: string): PreparedCaller {
  return { authorization: `Bearer ${token}`, token }
}

function withOtherSignature(token: string): string {
  const [header, payload, signature = ''] = token.split('.')
  return [header, payload, [...signature].reverse().join('')].join('.')
}

type Event = (server: TestServer, api: RealmName, account: AccountRow) => Promise<unknown>

/** A token that was issued before something happened to its account. */
async function tokenBefore(server: TestServer, api: RealmName, account: AccountRow, event: Event): Promise<string> {
  const token = tokenOf(server, api, account)
  await event(server, api, account)
  return token
}

const setDisabledNow: Event = (server, api, { id }) =>
  setDisabled(realmContext(server.context, realmNamed(api)), id, true)

const removeNow: Event = (server, api, { id }) => removeAccount(realmContext(server.context, realmNamed(api)), id)

/** Their token still says what they were. */
const demoteTo =
  (roleId: number | undefined): Event =>
  async (server, api, { id }) => {
    if (roleId !== undefined) await setRole(realmContext(server.context, realmNamed(api)), id, roleId)
  }

async function loggedOut(server: TestServer, api: RealmName, account: AccountRow): Promise<string> {
  const realm = realmNamed(api)
  const context = realmContext(server.context, realm)
  const text = tokenOf(server, api, account)
  const verification = verifyToken(realm, context.keys, text)
  if ('problem' in verification) throw new Error(verification.problem)
  await logout(context, await createCallerLoader(context.db, realm)(verification.token))
  return text
}
