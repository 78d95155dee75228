import type { RealmName } from '../../../src/config/realm-names.js'
import type { AccountRow } from '../../../src/realms/realm.js'
import { realmNames } from '../../../src/config/realm-names.js'
import { PASSWORD } from '../../support/accounts.js'
import type { Answer, Client } from '../../support/client.js'
import type { TestServer } from '../../support/server.js'
import { traitsOf } from '../../apis/index.js'
import { person, tokenOf } from './people.js'

/** An account whose password somebody guesses. */
export interface Victim {
  account: AccountRow
  name: string
  token: string
}

/** A place where passwords can be guessed. */
export interface GuessingPlace {
  api: RealmName
  place: string
  /** The account is named by its token: nobody without it can guess here. */
  needsToken: boolean
  guess(client: Client, victim: Victim, password: string): Promise<Answer>
}

const logins: GuessingPlace[] = realmNames.map((api) => ({
  api,
  place: 'login',
  needsToken: false,
  guess: (client, { name }, password) => traitsOf[api].login(client, name, password)
}))

const resets: GuessingPlace[] = ['reset_password', 'reset-password'].map((place) => ({
  api: 'user-login',
  place,
  needsToken: false,
  guess: (client, { name: email }, old_password) =>
    client.post(`/api/users/${place}`, { json: { email, old_password, new_password: PASSWORD } })
}))

const change: GuessingPlace = {
  api: 'waste-sorting',
  place: 'change_password',
  needsToken: true,
  guess: (client, { token }, current_password) =>
    client.put('/api/auth/change_password', { token, json: { current_password, new_password: PASSWORD } })
}

export const guessingPlaces: GuessingPlace[] = [...logins, ...resets, change]

export async function newVictim(server: TestServer, api: RealmName): Promise<Victim> {
  const account = await person(server, api)
  return { account, name: account.name, token: tokenOf(server, api, account) }
}

/** The statuses of this many wrong guesses, one after the other. */
export async function guessWrong(
  count: number,
  client: Client,
  { guess }: GuessingPlace,
  victim: Victim
): Promise<number[]> {
  const statuses: number[] = []
  for (let i = 0; i < count; i += 1) statuses.push((await guess(client, victim, `wrong ${i}`)).status)
  return statuses
}

/** How many of the guesses were looked at. */
export function lookedAt(statuses: number[]): number {
  return statuses.filter((status) => status !== 429).length
}
