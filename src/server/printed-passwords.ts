import type { Knex } from 'knex'
import { canonicalName } from '../realms/names.js'
import { realmNamed } from '../realms/realms.js'
import type { RealmName } from '../config/realm-names.js'
import type { Realm } from '../realms/realm.js'
import { verifyPassword } from '../passwords/schemes.js'
import { sampleAccountsOf } from './samples.js'

/** Throws when an enabled account has the name and the password of a sample account. */
export async function refusePrintedPasswords(db: Knex, realms: RealmName[]): Promise<void> {
  const found: [realm: RealmName, name: string][] = []
  for (const realm of realms) {
    for (const { name, password } of sampleAccountsOf(realm)) {
      if (await hasPassword(db, realmNamed(realm), name, password)) found.push([realm, name])
    }
  }
  const [first] = found
  if (first === undefined) return
  const accounts = found.map((words) => words.join(' ')).join(', ')
  throw new Error(
    `these accounts have the password that the documents print: ${accounts}; give each of them another, or disable it: ` +
      `npm run admin -- reset-password --realm ${first[0]} --name ${first[1]} --generate`
  )
}

async function hasPassword(db: Knex, realm: Realm, name: string, password: string): Promise<boolean> {
  const row: { hash: string } | undefined = await db(realm.table)
    .where({ canonical_name: canonicalName(name), disabled: false })
    .whereNull('removed_at')
    .first({ hash: realm.columns.passwordHash })
  return row !== undefined && verifyPassword(row.hash, password)
}
