import type { Knex } from 'knex'
import { realmNamed } from '../../../src/realms/realms.js'
import type { AccountId, AccountRow, Realm } from '../../../src/realms/realm.js'
import { canonicalName } from '../../../src/realms/names.js'
import { sampleAccountsOf } from '../../../src/server/samples.js'
import { deriveKeys } from '../../../src/tokens/keys.js'
import { signToken } from '../../../src/tokens/token.js'
import { freshName } from '../accounts.js'
import type { Client } from '../client.js'
import { login } from '../sessions.js'
import type { Figure } from '../measured-test.js'
import { administrations, type Administration, type VerbName } from './administrations.js'

const TIMES = 1000

/** The realm whose administrators race, and how to be one without a login each time. */
interface Arena extends Administration {
  db: Knex
  row: Realm
  /** The secret that the replicas sign tokens with. */
  secret: string
  clients: Client[]
}

/** Two administrators, the only ones, who turn on each other at the same moment: one of them always stays. */
export async function raceToBeLast(clients: Client[], db: Knex, secret: string): Promise<Figure[]> {
  return Promise.all(
    administrations.map(async (administration) => {
      const arena = { ...administration, db, row: realmNamed(administration.realm), secret, clients }
      const { realm, verbs } = arena
      const names = await firstPair(arena)
      let met = 0
      for (let time = 0; time < TIMES; time += 1) {
        if (await turnOnEachOther(arena, time)) met += 1
        await restore(arena, names)
      }
      return {
        name: `${realm}: two administrators ${Object.keys(verbs).join(', ')} each other at once, ${TIMES} times`,
        value: `one left each time, no 5xx; at least ${met} times both had passed the authorisation`
      }
    })
  )
}

/** The names of the sample administrator and of another one, by id. */
async function firstPair({ realm, create, clients, db, row }: Arena): Promise<Map<AccountId, string>> {
  const [{ name, password }] = sampleAccountsOf(realm)
  const other = freshName()
  await create(clients[0]!, await login(clients[0]!, realm, name, password), other)
  const rows: AccountRow[] = await db(row.accounts).whereIn('name', [name, other])
  return new Map(rows.map((account) => [account.id, account.name]))
}

/** Returns whether the refused one is known to have been authorised. Throws unless exactly one was refused, and one is left. */
async function turnOnEachOther(arena: Arena, time: number): Promise<boolean> {
  const { realm, verbs, row, secret, clients } = arena
  const pair = await administrators(arena)
  if (pair.length !== 2) throw new Error(`${realm}: ${pair.length} administrators before round ${time}`)
  const names = Object.keys(verbs) as VerbName[]
  const chosen = [names[time % names.length]!, names[Math.floor(time / names.length) % names.length]!]
  const answers = await Promise.all(
    chosen.map((verb, index) => {
      const token = signToken(row, deriveKeys(realm, secret), pair[index]!)
      return verbs[verb]!(clients[(time + index) % clients.length]!, token, pair[1 - index]!.id)
    })
  )
  const left = await administrators(arena)
  const done = answers.findIndex(({ status }) => status < 300)
  const refusal = answers[1 - done]
  if (left.length !== 1 || refusal === undefined || ![400, 401, 403].includes(refusal.status)) {
    const seen = answers.map(({ status, body }, index) => `${chosen[index]}: ${status} ${JSON.stringify(body)}`)
    throw new Error(`${realm}, round ${time}: ${left.length} administrators left after ${seen.join(' and ')}`)
  }
  return arena.met(refusal, chosen[done]!)
}

/** Undoes demotion, ban and removal. */
async function restore({ db, row }: Arena, names: Map<AccountId, string>): Promise<void> {
  for (const [id, name] of names)
    await db(row.table)
      .where({ id })
      .update({
        role_id: row.administratorRole,
        disabled: false,
        removed_at: null,
        canonical_name: canonicalName(name)
      })
}

/** Those who are enabled. */
async function administrators({ db, row }: Arena): Promise<AccountRow[]> {
  return db(row.accounts).where({ role_id: row.administratorRole, disabled: false }).orderBy('id')
}
