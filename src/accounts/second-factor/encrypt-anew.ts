import type { KeyObject } from 'node:crypto'
import type { Knex } from 'knex'
import { seal, unseal } from '../../tokens/secret-box.js'
import { ownerOf } from './keys.js'
import { factors, type FactorKey } from './rows.js'

const BATCH = 500

type Row = FactorKey & { secret: string }

/** Encrypts with the first key what only another one decrypts; what none decrypts stays. Returns how many it changed. */
export async function encryptAnew(db: Knex, keys: KeyObject[]): Promise<number> {
  let changed = 0
  let after: FactorKey = { realm: '', account_id: '' }
  for (;;) {
    const rows = await rowsAfter(db, after)
    for (const row of rows) changed += await encryptRow(db, keys, row)
    const last = rows.at(-1)
    if (last === undefined) return changed
    after = last
  }
}

async function rowsAfter(db: Knex, { realm, account_id: id }: FactorKey): Promise<Row[]> {
  const query = factors(db).whereRaw('(realm, account_id) > (?, ?)', [realm, id]).orderBy(['realm', 'account_id'])
  return (await query.limit(BATCH).select('realm', 'account_id', 'secret')) as Row[]
}

async function encryptRow(db: Knex, keys: KeyObject[], { secret: sealed, ...key }: Row): Promise<number> {
  const owner = ownerOf({ name: key.realm }, key.account_id)
  const opened = unseal(keys, owner, sealed)
  if (opened === undefined || !opened.outdated) return 0
  return factors(db)
    .where({ ...key, secret: sealed })
    .update({ secret: seal(keys, owner, opened.secret) })
}
