import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'

/** Values that a client must not be able to set, each of a type that its column would take. */
const COMMON: Record<string, unknown> = {
  id: 900_001,
  _id: 'aaaaaaaaaaaaaaaaaaaaaaaa',
  user_id: 900_001,
  publisher_id: 1,
  status: 1,
  points: 900_002,
  password_hash: '$2b$10$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  hashed_password: '$2b$10$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  is_delete: true,
  is_active: true,
  activated_at: '2001-02-03T04:05:06Z',
  state: false,
  mg_state: false,
  disabled: true,
  generation: 900_003,
  kept_token: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa',
  tokens_valid_after: '2001-02-03T04:05:06Z',
  removed_at: '2001-02-03T04:05:06Z',
  canonical_name: 'poisoned',
  type: 9,
  openid: 'poisoned',
  version: 900_004,
  __v: 900_004,
  created_at: '2001-02-03T04:05:06Z',
  updated_at: '2001-02-03T04:05:06Z',
  create_time: '2001-02-03T04:05:06Z',
  created_time: '2001-02-03T04:05:06Z',
  also: 'poisoned',
  values: { role_id: 0 },
  constructor: { prototype: { isPoisoned: true } },
  'constructor[prototype][isPoisoned]': 'true',
  '__proto__[isPoisoned]': 'true'
}

/** The fields to add to a body, without those that the operation itself names. */
export function poisonFor(api: RealmName, named: string[]): Record<string, unknown> {
  // Every realm's columns would take it, whether its accounts have roles or not.
  const role = realmNamed(api).administratorRole ?? 1
  const fields = { ...COMMON, role, role_id: role, rid: role }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !named.includes(name)))
}

/** Whether a column holds one of the values above, which nothing but a client could have brought there. */
export function isPoison(value: unknown): boolean {
  return /90000\d|poisoned|a{12}|2001-02-0/.test(String(value))
}
