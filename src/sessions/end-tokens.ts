import type { Knex } from 'knex'
import { lockRow } from '../accounts/find.js'
import { domainError } from '../domain-error.js'
import type { AccountId, Realm } from '../realms/realm.js'
import type { Token } from '../tokens/token.js'
import { deleteSessions } from './rows.js'

/** Ends every token of the account. Returns how many sessions were known. */
export async function endTokens(transaction: Knex.Transaction, realm: Realm, id: AccountId): Promise<number> {
  await transaction(realm.table).where({ id }).update(nextGeneration(transaction, null))
  return deleteSessions(transaction, realm, id)
}

/**
 * Ends the other tokens of the account of this token. Returns how many sessions were known. Throws `token-revoked`
 * where this one has ended meanwhile: keeping it would bring it back.
 */
export async function endOtherTokens(
  transaction: Knex.Transaction,
  realm: Realm,
  { accountId: id, generation, jti }: Token
): Promise<number> {
  // An exchange of this token that is under way ends first, and is seen then.
  await lockRow(transaction, realm, id)
  const changed = await transaction(realm.table)
    .where({ id })
    .whereRaw('(generation = ? or kept_token = ?)', [generation, jti])
    .whereNotExists(transaction('quintet.revoked_tokens').where({ jti }))
    .update(nextGeneration(transaction, jti))
  if (changed === 0) throw domainError('token-revoked')
  return deleteSessions(transaction, realm, id, jti)
}

function nextGeneration(db: Knex, keptToken: string | null): { generation: Knex.Raw; kept_token: string | null } {
  return { generation: db.raw('generation + 1'), kept_token: keptToken }
}
