import { removeAccount, setDisabled, setRole } from '../../../src/accounts/administration.js'
import { logout } from '../../../src/accounts/logout.js'
import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import type { AccountRow } from '../../../src/realms/realm.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { createCallerLoader } from '../../../src/accounts/caller.js'
import { realmContext } from '../../../src/server/context.js'
import { verifyToken } from '../../../src/tokens/token.js'
import { traitsOf } from '../../apis/index.js'
import { expiredToken } from '../../support/accounts.js'
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

/** Whether the realm has given this kind of account the right. */
export function holdsRight(api: RealmName, kind: CallerKind, right: string): boolean {
  if (kind === 'administrator with exactly the right' || kind === 'super administrator') return true
  return traitsOf[api].ranks?.ordinaryRights?.includes(right) ?? false
}

/** A new caller of this kind for the operation. */
export async function prepareCaller(
  server: TestServer,
  { api, right }: ApiOperation,
  kind: CallerKind
): Promise<PreparedCaller> {
  const { ranks } = traitsOf[api]
  const highest = ranks?.highest
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
      const other = realmNames.find((name) => name !== api && traitsOf[name].ranks !== undefined)!
      return bearer(tokenOf(server, other, await person(server, other, traitsOf[other].ranks?.highest)))
    }
    case 'ordinary account':
    case 'another ordinary account':
      return bearer(tokenOf(server, api, await person(server, api, ranks?.ordinary)))
    case 'administrator without the right': {
      const role = await ranks?.without(server, right)
      return bearer(await tokenBefore(server, api, await administrator(), demoteTo(role)))
    }
    case 'administrator with exactly the right':
      return bearer(tokenOf(server, api, await person(server, api, await ranks?.exactly(server, right))))
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
