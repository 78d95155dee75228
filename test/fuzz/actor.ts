import { createAccount } from '../../src/accounts/register.js'
import { findAccount } from '../../src/accounts/find.js'
import { profileWriter } from '../../src/accounts/profile.js'
import type { AccountId, RealmName } from '../../src/accounts/realm.js'
import { realmNamed } from '../../src/accounts/realms.js'
import { realmContext } from '../../src/context.js'
import { signToken } from '../../src/tokens/token.js'
import { freshEmail, freshName, PASSWORD } from '../support/accounts.js'
import type { TestServer } from '../support/server.js'
import type { Known } from './parts.js'

/** An account that may do everything in its realm, with as many tokens as one likes. */
export interface Actor {
  id: AccountId
  /** A new token, for a request may end the one that it is sent with. */
  token(): Promise<string>
}

const TARGETS = 12
const PROFILE = profileWriter({ first_name: 'Jane', last_name: 'Doe', phone_number: '1' })

export async function createActor({ context }: TestServer, name: RealmName): Promise<Actor> {
  const realm = realmNamed(name)
  const scoped = realmContext(context, realm)
  const { id } = await createAccount(scoped, {
    name: freshNameIn(name),
    password: PASSWORD,
    values: realm.administratorRole === undefined ? {} : { role_id: realm.administratorRole },
    ...(name === 'user-login' && { also: PROFILE })
  })
  return { id, token: async () => signToken(realm, scoped.keys, await findAccount(scoped.db, realm, id)) }
}

/** Values that mean something to the server: accounts for the actor to act on, roles to give them, the password of all. */
export async function createKnown(server: TestServer, name: RealmName): Promise<Known> {
  const accounts = await createTargets(server, name)
  const roles = name === 'julong' ? await createRoles(server) : []
  const passwords = [PASSWORD]
  return {
    ...Object.fromEntries(['uId', 'user_id', '_id'].map((parameter) => [parameter, accounts])),
    id: [...accounts, ...roles],
    roleId: roles,
    rid: name === 'julong' ? [...roles, String(roles[0])] : [1, 2, '2'],
    rids: ['', '110,131', '110'],
    rightId: [110, 131],
    current_password: passwords,
    new_password: passwords
  }
}

async function createTargets({ context }: TestServer, name: RealmName): Promise<AccountId[]> {
  const scoped = realmContext(context, realmNamed(name))
  const ids: AccountId[] = []
  for (let index = 0; index < TARGETS; index += 1) {
    const { id } = await createAccount(scoped, { name: freshNameIn(name), password: PASSWORD })
    ids.push(id)
  }
  return ids
}

async function createRoles({ db }: TestServer): Promise<number[]> {
  const roles = Array.from({ length: TARGETS }, () => ({ name: freshName('role') }))
  const rows: { id: number }[] = await db('julong.roles').insert(roles).returning('id')
  return rows.map(({ id }) => id)
}

function freshNameIn(name: RealmName): string {
  return name === 'user-login' ? freshEmail() : freshName()
}
