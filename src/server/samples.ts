import type { Knex } from 'knex'
import { profileWriter } from '../accounts/profile.js'
import { createAccount, type NewAccount } from '../accounts/register.js'
import { realmNamed } from '../realms/realms.js'
import { realmNames, type RealmName } from '../config/realm-names.js'
import { realmContext, type Context } from './context.js'
import { DomainError } from '../domain-error.js'

/** The accounts that the documents print, for development. */
export const sampleAccounts: Record<RealmName, [NewAccount, ...NewAccount[]]> = {
  tms: [
    { name: 'admin', password: 'zhou0914.', values: { gender: '男', telephone: '18425232971' } },
    { name: '21089', password: 'zhou0914.', values: { gender: '女', telephone: '15068189936' } },
    { name: '32088', password: 'zhou0914.', values: { gender: '男', telephone: '13425636267' } },
    { name: '32089', password: 'zhou0914.', values: { nickname: '会飞的猪', gender: '男', telephone: '13425636267' } }
  ],
  julong: [{ name: 'admin', password: '123456', values: { role_id: 0, mobile: '123', email: '1371446705@qq.com' } }],
  'waste-sorting': [
    { name: 'admintest', password: 'admintest', values: { role_id: 1 } },
    { name: 'usertest', password: 'usertest', values: { points: 100 } }
  ],
  'user-login': [
    {
      name: 'user@example.com',
      password: 'currentpassword',
      also: profileWriter({ first_name: 'John', last_name: 'Doe', phone_number: '13800000000' })
    }
  ],
  'back-office': [
    {
      name: 'auroralorigin',
      password: '123456',
      values: { role_id: 1, mobile: '13888888888', email: '226608960@qq.com' }
    }
  ]
}

/** The role that julong's document gives to an account (3.7), with the rights that its contract shows. */
const SAMPLE_ROLE = { id: 30, name: '用户管理员', description: '管理用户' }
const SAMPLE_ROLE_RIGHTS = [125, 110, 131, 136]

/** Fills the realms that are still empty. Replicas that start together meet as `name-taken`, which is fine. */
export async function addSamples(context: Context): Promise<void> {
  for (const name of realmNames) await addSamplesOf(context, name)
}

async function addSamplesOf(context: Context, name: RealmName): Promise<void> {
  const realm = realmNamed(name)
  const { db } = context.database
  if ((await db(realm.table).first('id')) !== undefined) return
  if (name === 'julong') await addSampleRole(db)
  for (const account of sampleAccounts[name]) {
    await createAccount(realmContext(context, realm), account).catch(ignoreTaken)
  }
}

async function addSampleRole(db: Knex): Promise<void> {
  const rights = SAMPLE_ROLE_RIGHTS.map((id) => ({ role_id: SAMPLE_ROLE.id, right_id: id }))
  await db('julong.roles').insert(SAMPLE_ROLE).onConflict().ignore()
  await db('julong.role_rights').insert(rights).onConflict().ignore()
}

function ignoreTaken(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'name-taken')) throw error
}
