import { createAccount } from '../../src/accounts/register.js'
import type { RealmName } from '../../src/config/realm-names.js'
import type { AccountId } from '../../src/realms/realm.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, freshNameOf, PASSWORD } from '../support/accounts.js'
import type { TestServer } from '../support/server.js'
import type { Known } from './parts.js'

const TARGETS = 12
const PASSWORD_FIELDS = ['current_password', 'new_password', 'currentPassword', 'newPassword']

/** Values that mean something to the server: accounts for the actor to act on, roles to give them, the password of all. */
export async function createKnown(server: TestServer, name: RealmName): Promise<Known> {
  const accounts = await createTargets(server, name)
  const roles = name === 'julong' ? await createRoles(server) : []
  const passwords = [PASSWORD]
  return {
    ...Object.fromEntries(['uId', 'user_id'].map((parameter) => [parameter, accounts])),
    id: [...accounts, ...roles],
    roleId: roles,
    rid: name === 'julong' ? [...roles, String(roles[0])] : [1, 2, '2'],
    rids: ['', '110,131', '136'],
    rightId: [110, 136],
    ...Object.fromEntries(PASSWORD_FIELDS.map((field) => [field, passwords]))
  }
}

async function createTargets({ context }: TestServer, name: RealmName): Promise<AccountId[]> {
  const realm = realmNamed(name)
  const scoped = realmContext(context, realm)
  const ids: AccountId[] = []
  for (let index = 0; index < TARGETS; index += 1) {
    const { id } = await createAccount(scoped, { name: freshNameOf(realm), password: PASSWORD })
    ids.push(id)
  }
  return ids
}

async function createRoles({ db }: TestServer): Promise<number[]> {
  const roles = Array.from({ length: TARGETS }, () => ({ name: freshName('role') }))
  const rows: { id: number }[] = await db('julong.roles').insert(roles).returning('id')
  return rows.map(({ id }) => id)
}
