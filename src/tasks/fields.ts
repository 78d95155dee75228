import type { Knex } from 'knex'
import { findByName } from '../accounts/find.js'
import { tmsRealm } from '../realms/tms.js'
import { DomainError } from '../domain-error.js'

/** Throws `invalid` for a price with more than two decimal places. */
export function checkPrice(price: number): void {
  if (Number(price.toFixed(2)) !== price) {
    throw invalidField('price', 'decimalPlaces', 'must have at most two decimal places')
  }
}

/** The id of the account that a task is for; null for nobody. Throws `invalid` when no account has this name. */
export async function findAssignee(db: Knex, name: string | null): Promise<number | null> {
  if (name === null) return null
  const id = (await findByName(db, tmsRealm, name))?.id
  if (id === undefined) throw unknownAssignee()
  return id
}

export function unknownAssignee(): DomainError {
  return invalidField('assignee', 'exists', 'must be the username of an account')
}

function invalidField(field: string, rule: string, message: string): DomainError {
  return new DomainError('invalid', { issues: [{ path: ['body', field], rule, message }] })
}
